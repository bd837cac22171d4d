import { type ReplyAspect, replyDifferences } from '../bot/reply-differences.js';
import type { Brain } from '../bot/respond.js';
import type { Reply } from '../rendering/reply.js';
import type { Conversation } from './conversation.js';
import { diffLines } from './line-diff.js';
import { walk } from './walk.js';

/** A turn that two packs answer differently. */
export interface Drift {
  readonly file: string;
  readonly id: string;
  readonly line: number;
  readonly user: string;
  /** What differs, beside the text. */
  readonly differs: readonly ReplyAspect[];
  readonly before: Reply;
  readonly after: Reply;
}

/** Every turn whose reply differs between two brains, each of which follows its own conversation. */
export function driftOf(old: Brain, now: Brain, conversations: readonly Conversation[]): readonly Drift[] {
  return conversations.flatMap((conversation) => {
    const before = walk(old, conversation);
    return walk(now, conversation).flatMap((step, index): readonly Drift[] => {
      const earlier = before[index]?.response.reply;
      const after = step.response.reply;
      const differs = earlier === undefined ? [] : replyDifferences(earlier, after);
      if (earlier === undefined || differs.length === 0) return [];
      return [{ file: conversation.file, id: conversation.id, line: step.line, user: step.text, differs, before: earlier, after }];
    });
  });
}

const SIGNS = { same: ' ', expected: '-', actual: '+' } as const;

/** Under each conversation its turns that differ, as a diff (- old pack, + new pack). */
export function formatDrift(drifts: readonly Drift[], turns: number): string {
  const described = drifts.map(({ file, line, user, differs, before, after }) => {
    const head = `${file}:${line}  user: ${user.replaceAll('\n', '\n  ')}\n  differs in ${differs.join(', ')}`;
    const lines = differs.includes('text') ? diffLines(before.text, after.text) : [];
    return [head, ...lines.map(({ kind, text }) => `    ${SIGNS[kind]} ${text}`.trimEnd())].join('\n');
  });
  return [...described, `${drifts.length} of ${turns} turns answered differently (- old pack, + this one)`].join('\n');
}
