import { assertNever } from '../../base/assert-never.js';
import { WORDINGS } from '../../rendering/wording/index.js';
import type { Wording } from '../../rendering/wording/wording.js';
import type { Capabilities, Shown } from '../channel.js';
import { degrade, type Piece } from '../degrade/degrade.js';
import { splitText } from '../degrade/split.js';
import { shortLabel } from '../outbound/labels.js';
import { pack } from '../outbound/pack.js';

/** A message is at most 20,000 bytes; what is written around the text and the person's name in a group take the rest. */
export const DINGTALK: Capabilities = {
  maxText: 15_000,
  unit: 'byte',
  // Rows of a table stand below each other, their cells with the headings.
  table: { maxRows: 20, maxColumns: 12 },
  card: true,
  quickReplies: { most: 10, maxLabel: 40 },
  passive: false,
};

const LONGEST_TITLE = 40;

/** A message without whom it names. */
export type DingTalkPart =
  | { readonly msgtype: 'markdown'; readonly markdown: { readonly title: string; readonly text: string } }
  | {
      readonly msgtype: 'actionCard';
      readonly actionCard: {
        readonly title: string;
        readonly text: string;
        readonly btnOrientation: '0';
        readonly btns: readonly { readonly title: string; readonly actionURL: string }[];
      };
    };

/** Markdown; with choices an ActionCard whose buttons say them as the user. */
export function renderDingTalk(shown: Shown): readonly DingTalkPart[] {
  const { pieces, choices } = degrade(shown, DINGTALK);
  const wording = WORDINGS[shown.language];
  const texts = pieces.flatMap((piece) => splitText(markdown(piece, wording), DINGTALK));
  const messages = pack(texts, (group) => Buffer.byteLength(group.join('\n\n')) <= DINGTALK.maxText);
  const btns = choices.map(({ label, send }) => ({ title: label, actionURL: sayUrl(send) }));
  return messages.map((message, index) => {
    const text = message.join('\n\n');
    const content = { title: shortLabel((text.split('\n')[0] ?? '').replace(/^[#> ]+|\*\*/g, '').trim(), LONGEST_TITLE), text };
    return index === messages.length - 1 && btns.length > 0
      ? { msgtype: 'actionCard', actionCard: { ...content, btnOrientation: '0', btns } }
      : { msgtype: 'markdown', markdown: content };
  });
}

/** A button that sends a message of the user's own. */
const sayUrl = (text: string): string => `dtmd://dingtalkclient/sendMessage?content=${encodeURIComponent(text)}`;

function markdown(piece: Piece, wording: Wording): string {
  switch (piece.kind) {
    case 'text':
      return lines(piece.text.split('\n'));
    case 'table':
      return [
        ...(piece.title === undefined ? [] : [`#### ${piece.title}`]),
        ...piece.rows.map(([first = '', ...cells]) => {
          const labelled = cells.map((cell, index) => wording.pair(piece.header[index + 1] ?? '', cell));
          return lines([`**${first}**`, ...labelled].map((line) => `> ${line}`));
        }),
      ].join('\n\n');
    case 'quote': {
      const rows = piece.rows.map(({ label, value }) => `> ${wording.pair(label, `**${value}**`)}`);
      return [`#### ${piece.title}`, lines(rows), piece.formula].join('\n\n');
    }
    default:
      return assertNever(piece);
  }
}

/** Two spaces at the end keep a line a line. */
const lines = (all: readonly string[]): string => all.join('  \n');
