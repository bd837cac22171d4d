import type { PlotPoint, ReplyBlock } from '../channels/directline/protocol.js';
import { type Child, h, s } from './dom.js';
import { tableElement } from './table.js';
import type { Words } from './words/words.js';

type Plot = Extract<ReplyBlock, { kind: 'plot' }>;

const WIDTH = 340;
const HEIGHT = 216;
const LEFT = 44;
const RIGHT = 18;
const TOP = 30;
const BOTTOM = 40;
/** Marks closer than this share one. */
const APART = 20;

/** Round numbers from 0 to at least `most`, at most six of them. */
function ticksTo(most: number): readonly number[] {
  const power = 10 ** Math.floor(Math.log10((most || 1) / 4));
  const step = ([1, 2, 5].find((factor) => factor * power * 4 >= most) ?? 10) * power;
  return Array.from({ length: Math.max(2, Math.ceil(most / step - 1e-9) + 1) }, (_, index) => Number((index * step).toPrecision(9)));
}

const range = ({ min, max }: PlotPoint['cost']): string => (min === max ? min : `${min}–${max}`);

const ticksOf = (ranges: readonly PlotPoint['cost'][]): readonly number[] => ticksTo(Math.max(...ranges.map(({ max }) => Number(max))));

/** Cost against time, drawn by hand; a table below says the same in figures. */
export function plotElement({ title, costUnit, points }: Plot, words: Words): HTMLElement {
  const timeTicks = ticksOf(points.map(({ minutes }) => minutes));
  const costTicks = ticksOf(points.map(({ cost }) => cost));
  const x = (time: number | string): number => LEFT + (Number(time) / (timeTicks.at(-1) ?? 1)) * (WIDTH - LEFT - RIGHT);
  const y = (cost: number | string): number => HEIGHT - BOTTOM - (Number(cost) / (costTicks.at(-1) ?? 1)) * (HEIGHT - TOP - BOTTOM);
  const text = (x: number, y: number, anchor: string, said: string | number, name = 'text'): SVGElement =>
    s(name, { x, y, 'text-anchor': anchor }, `${said}`);

  const spans: Child[] = [];
  const marks: { x: number; y: number; names: string }[] = [];
  for (const [index, { cost, minutes }] of points.entries()) {
    const [x1, x2, y1, y2] = [x(minutes.min), x(minutes.max), y(cost.min), y(cost.max)];
    spans.push(s('path.span', { d: `M${x1} ${y1}L${x2} ${y2}` }));
    const at = { x: (x1 + x2) / 2, y: (y1 + y2) / 2, names: `${index + 1}` };
    const near = marks.find((mark) => Math.hypot(mark.x - at.x, mark.y - at.y) < APART);
    if (near) near.names += `·${at.names}`;
    else marks.push(at);
  }

  const svg = s(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': `${title}. ${words.best}` },
    ...costTicks.flatMap((tick) => [
      s('path.grid', { d: `M${LEFT} ${y(tick)}H${WIDTH - RIGHT}` }),
      text(LEFT - 8, y(tick) + 4, 'end', tick),
    ]),
    ...timeTicks.map((tick) => text(x(tick), HEIGHT - BOTTOM + 17, 'middle', tick)),
    s('path.axis', { d: `M${LEFT} ${TOP - 6}V${HEIGHT - BOTTOM}H${WIDTH - RIGHT}` }),
    text(WIDTH - RIGHT, HEIGHT - 6, 'end', words.minutes),
    text(12, 14, 'start', words[costUnit]),
    ...spans,
    ...marks.flatMap(({ x, y, names }) => {
      const half = 6 + names.length * 4;
      return [
        s('rect.mark', { x: x - half, y: y - 10, width: half * 2, height: 20, rx: 10 }),
        text(x, y + 4, 'middle', names, 'text.on-mark'),
      ];
    }),
  );
  const rows = points.map(({ label, cost, minutes }, index) => [`${index + 1}`, label, range(cost), range(minutes)]);
  return h('div.plot', {}, svg, tableElement(title, ['#', words.way, words[costUnit], words.minutes], rows), h('p.meta', {}, words.best));
}
