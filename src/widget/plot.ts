import type { PlotPoint, ReplyBlock } from '../channels/directline/protocol.js';
import { type Child, h, s } from './dom.js';
import { tableElement } from './table.js';
import type { Words } from './words/words.js';

type Plot = Extract<ReplyBlock, { kind: 'plot' }>;

const WIDTH = 340;
const HEIGHT = 216;
const LEFT = 44;
const RIGHT = 16;
const TOP = 16;
const BOTTOM = 40;
/** From so many minutes on the axis counts hours. */
const HOURS_FROM = 240;
/** Marks closer than this share one. */
const APART = 20;

/** Round numbers from 0 to at least `most`, at most six of them. */
export function ticksTo(most: number): readonly number[] {
  const rough = (most || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) as number) * power;
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 || 2 }, (_, index) => Number((index * step).toPrecision(12)));
}

const range = ({ min, max }: PlotPoint['cost']): string => (min === max ? min : `${min}–${max}`);

/** Cost against time, drawn by hand; a table below says the same in figures. */
export function plotElement({ title, costUnit, points }: Plot, words: Words): HTMLElement {
  const inHours = points.some(({ minutes }) => Number(minutes.max) > HOURS_FROM);
  const timeOf = (minutes: string): number => Number(minutes) / (inHours ? 60 : 1);
  const timeTicks = ticksTo(Math.max(...points.map(({ minutes }) => timeOf(minutes.max))));
  const costTicks = ticksTo(Math.max(...points.map(({ cost }) => Number(cost.max))));
  const x = (time: number): number => LEFT + (time / (timeTicks.at(-1) || 1)) * (WIDTH - LEFT - RIGHT);
  const y = (cost: number): number => HEIGHT - BOTTOM - (cost / (costTicks.at(-1) || 1)) * (HEIGHT - TOP - BOTTOM);
  const [costLabel, timeLabel] = [costUnit === 'CNY' ? words.costCNY : words.costPercent, inHours ? words.hours : words.minutes];

  const spans: Child[] = [];
  const marks: { x: number; y: number; names: string }[] = [];
  points.forEach(({ cost, minutes }, index) => {
    const [x1, x2] = [x(timeOf(minutes.min)), x(timeOf(minutes.max))];
    const [y1, y2] = [y(Number(cost.min)), y(Number(cost.max))];
    if (x1 !== x2 || y1 !== y2) spans.push(s('path', { class: 'span', d: `M${x1} ${y1}L${x2} ${y2}` }));
    const at = { x: (x1 + x2) / 2, y: (y1 + y2) / 2, names: `${index + 1}` };
    const near = marks.find((mark) => Math.hypot(mark.x - at.x, mark.y - at.y) < APART);
    if (near) near.names += `·${at.names}`;
    else marks.push(at);
  });

  const svg = s(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': `${title}: ${costLabel}, ${timeLabel}. ${words.best}` },
    ...costTicks.flatMap((tick) => [
      s('path', { class: tick === 0 ? 'axis' : 'grid', d: `M${LEFT} ${y(tick)}H${WIDTH - RIGHT}` }),
      s('text', { x: LEFT - 8, y: y(tick) + 4, 'text-anchor': 'end' }, `${tick}`),
    ]),
    ...timeTicks.map((tick) => s('text', { x: x(tick), y: HEIGHT - BOTTOM + 17, 'text-anchor': 'middle' }, `${tick}`)),
    s('path', { class: 'axis', d: `M${LEFT} ${TOP - 6}V${HEIGHT - BOTTOM}` }),
    s('text', { class: 'label', x: WIDTH - RIGHT, y: HEIGHT - 6, 'text-anchor': 'end' }, timeLabel),
    s('text', { class: 'label', x: LEFT + 8, y: TOP }, costLabel),
    ...spans,
    ...marks.flatMap((mark) => {
      const half = 10 + (mark.names.length - 1) * 4;
      return [
        s('rect', { class: 'mark', x: mark.x - half, y: mark.y - 10, width: half * 2, height: 20, rx: 10 }),
        s('text', { class: 'on-mark', x: mark.x, y: mark.y + 4, 'text-anchor': 'middle' }, mark.names),
      ];
    }),
  );
  const rows = points.map(({ label, cost, minutes }, index) => [`${index + 1}`, label, range(cost), range(minutes)]);
  return h(
    'figure',
    { class: 'plot' },
    h('figcaption', {}, title, h('span', { class: 'quiet-text' }, words.best)),
    svg,
    tableElement(title, [words.number, words.way, costLabel, words.minutes], rows, true),
    h('p', { class: 'quiet-text' }, words.unlisted),
  );
}
