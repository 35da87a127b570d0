import * as Plot from '@observablehq/plot';
import type { ClockFaceFigure } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { fixedText, numberText } from '../number.ts';
import { note, Sheet } from '../panels.ts';
import type { FigureOptions } from '../style.ts';
import type { Table } from '../table.ts';
import { tokenTables } from '../token-tables.ts';
import { followPath, pathName, sampleName } from './clock-hand.ts';
import { cyclicColour } from './cyclic.ts';

interface Point {
  x: number;
  y: number;
}

/** The measure of the tune that is drawn strongly, and its number from 1 among all: the middle one of those that are full. */
function shownMeasure({ tune }: ClockFaceFigure): { from: number; to: number; number: number } | undefined {
  const full = tune.measures.map((of, i) => ({ ...of, number: i + 1 })).filter(({ verdict, from }) => verdict === 'full' && from > 0);
  return full[Math.floor(full.length / 2)];
}

/** Where a ring's number stands: in it, or beyond it on the side away from a ring that covers it. Distances in pixels. */
function besideNeighbour(of: Point, all: readonly Point[], near: number, beyond: number, pixels: number): Point {
  const away = (other: Point): number => Math.hypot(of.x - other.x, of.y - other.y);
  const neighbour = all.filter((other) => other !== of && away(other) * pixels < near).toSorted((a, b) => away(a) - away(b))[0];
  if (neighbour === undefined) return of;
  // Rings in one place have their numbers left and right of it.
  const far = away(neighbour);
  const [x, y] =
    far > 0 ? [(of.x - neighbour.x) / far, (of.y - neighbour.y) / far] : [all.indexOf(of) < all.indexOf(neighbour) ? -1 : 1, 0];
  return { x: of.x + (beyond * x) / pixels, y: of.y + (beyond * y) / pixels };
}

/** Figure 8: the states of a layer in the plane in which their means by place in the measure differ most, as the measure runs round. */
function draw(data: ClockFaceFigure, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const { theme, scheme, width } = sheet;
  const colour = (eighths: number): string => cyclicColour(eighths / data.measure, scheme);
  const all = [...data.means, ...data.places, ...data.path];
  const ends = (values: number[]): [number, number] => [Math.min(...values), Math.max(...values)];
  const [left, right] = ends(all.map(({ x }) => x));
  const [low, high] = ends(all.map(({ y }) => y));
  const ring = width < 560 ? 7.5 : 9;
  // As many pixels a unit up as across: what is round is to look round.
  const margins = { marginLeft: 40, marginRight: 14, marginTop: 22, marginBottom: 36 };
  const wide = width - margins.marginLeft - margins.marginRight;
  const pixels = (wide - 24) / (right - left || 1);
  const tall = Math.max(160, (high - low) * pixels + 24);
  const middle = (low + high) / 2;
  const last = data.means.at(-1);
  const ways = data.means.map((from, i) => ({ from, to: data.means[(i + 1) % data.means.length]! }));
  const numbers = data.means.map((mean) => ({ ...mean, at: besideNeighbour(mean, data.means, 2 * ring, ring + 8, pixels) }));
  const measure = shownMeasure(data);
  // At the step that writes a token the token before has been read: at the measure's first the bar, at the next bar its last.
  const one = measure === undefined ? [] : data.path.filter(({ step }) => step >= measure.from && step <= measure.to);
  const axis = (n: 0 | 1): string =>
    `${n === 0 ? 'first' : '↑ second'} axis, ${fixedText(100 * (data.explained[n] ?? 0), 0)} % of the means’ variance`;
  return sheet.stack(inWords(data), [
    {
      title: `Layer ${data.layer}’s state in ${data.meter}, as a measure of ${numberText(data.measure)} eighths goes by`,
      plot: note(sheet, [
        'Rings: means at d, the eighths since the bar that stand in them, in their order. Dots: single places, coloured as the ring of their d.',
        `Grey line: one tune, step after step${measure === undefined ? '' : `; strong, its measure ${measure.number}, from bar to bar`}.`,
      ]),
    },
    {
      plot: sheet.plot({
        ...margins,
        height: tall + margins.marginTop + margins.marginBottom,
        x: {
          domain: [left - 12 / pixels, right + 12 / pixels],
          label: axis(0),
          labelAnchor: 'right',
          labelArrow: 'none',
          ticks: 6,
          tickSize: 3,
        },
        y: {
          domain: [middle - tall / 2 / pixels, middle + tall / 2 / pixels],
          label: axis(1),
          labelArrow: 'none',
          ticks: 5,
          tickSize: 3,
        },
        marks: [
          Plot.line(data.path, { x: 'x', y: 'y', stroke: theme.faint, strokeOpacity: 0.4, strokeWidth: 0.8, className: pathName }),
          Plot.dot(data.places, { x: 'x', y: 'y', r: width < 560 ? 2.1 : 2.8, fill: (d) => colour(d.eighths), fillOpacity: 0.75 }),
          Plot.line(one, { x: 'x', y: 'y', stroke: theme.curves[4]!, strokeWidth: 2, strokeOpacity: 0.85, className: sampleName }),
          ...ways.map(({ from, to }) =>
            Plot.arrow([from], {
              x1: from.x,
              y1: from.y,
              x2: to.x,
              y2: to.y,
              stroke: theme.ink,
              strokeWidth: 1.6,
              ...(from === last ? { strokeDasharray: '5,3' } : {}),
              inset: ring + 1,
              headLength: 7,
              bend: false,
            }),
          ),
          Plot.dot(data.means, { x: 'x', y: 'y', r: ring, fill: theme.paper, stroke: (d) => colour(d.eighths), strokeWidth: 3 }),
          ...ways
            .filter(({ from }) => from === last)
            .map(({ from, to }) =>
              Plot.text(['the bar'], {
                x: to.x + 0.22 * (from.x - to.x),
                y: to.y + 0.22 * (from.y - to.y),
                dy: 13,
                dx: -6,
                textAnchor: 'end',
                fill: theme.ink,
                stroke: theme.paper,
                strokeWidth: 4,
              }),
            ),
          Plot.text(numbers, {
            x: ({ at }) => at.x,
            y: ({ at }) => at.y,
            text: (d) => numberText(d.eighths),
            fontWeight: 600,
            fontSize: width < 560 ? 9.5 : 10.5,
            fill: theme.ink,
            stroke: theme.paper,
            strokeWidth: 3,
          }),
        ],
      }),
    },
  ]);
}

/** The rings, for a reader who does not see them. */
const inWords = ({ layer, meter, means, places }: ClockFaceFigure): string =>
  `Layer ${layer} in ${meter}: the mean state at each number of eighths since the bar, on two axes, and ${places.length} single places. ` +
  means.map(({ eighths, x, y }) => `${numberText(eighths)} eighths: ${fixedText(x, 1)}, ${fixedText(y, 1)}`).join('; ');

const tables = (data: ClockFaceFigure): Table[] => [
  {
    name: 'means',
    shown: true,
    header: ['d (eighths)', 'first axis', 'second axis'],
    rows: data.means.map(({ eighths, x, y }) => [eighths, x, y]),
  },
  { name: 'places', header: ['d (eighths)', 'first axis', 'second axis'], rows: data.places.map(({ eighths, x, y }) => [eighths, x, y]) },
  {
    name: 'path',
    header: ['step', 'token written', 'd (eighths)', 'first axis', 'second axis'],
    rows: data.path.map(({ step, eighths, x, y }) => [step, data.tune.tokens[step] ?? null, eighths, x, y]),
  },
  tokenTables('tune', data.tune)[1]!,
];

export const figure: Figure<ClockFaceFigure> = {
  name: 'clockFace',
  number: 8,
  fits: true,
  title: 'The states, as the measure runs round',
  draw,
  tables,
  tunes: ({ tune }) => [{ tune, firstDivergence: null }],
  follow: (picture, data, _, step) => followPath(picture, data, step),
};
