import { createBot } from '../bot/bot.js';
import type { Brain } from '../bot/respond.js';
import { createMemoryStore } from '../stores/memory.js';
import type { MakeBot } from '../transcripts/replay.js';
import { activityTarget } from '../transcripts/targets/activity.js';
import { directLineTarget } from '../transcripts/targets/directline.js';
import { UsageError } from './command.js';
import { LOCAL_SECRET } from './configuration.js';

/** A bot in this process, with a clock that stands still: a replay is the same bytes every time. */
export const inProcess =
  (brain: Brain): MakeBot =>
  () =>
    createBot({ brain: () => brain, store: createMemoryStore(), clock: { now: () => new Date(0) } });

/** The bot behind `directline:URL` or `activity:URL`; `undefined` for the one in this process. The credential comes from the environment. */
export function remoteTarget(target: string, env: Readonly<Record<string, string | undefined>>): MakeBot | undefined {
  if (target === 'in-process') return undefined;
  const [, kind, url = ''] = /^(directline|activity):(https?:\/\/.+)$/.exec(target) ?? [];
  if (kind === undefined || !URL.canParse(url)) {
    throw new UsageError(`--target is in-process, directline:URL or activity:URL, not ${target}`);
  }
  return kind === 'directline'
    ? directLineTarget(url, env['DIRECTLINE_SECRET'] ?? LOCAL_SECRET)
    : activityTarget(url, env['ZHIDA_TARGET_TOKEN']);
}
