import * as Plot from '@observablehq/plot';
import { apart } from '../apart.ts';
import type { UnitCurve, UnitRanking, UnitsFigure } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { fixedText } from '../number.ts';
import { note, Sheet } from '../panels.ts';
import type { FigureOptions, Theme } from '../style.ts';
import type { Table } from '../table.ts';
import { inColumns, isNarrow, type Cell } from './columns.ts';

const rankings: Record<UnitRanking, { said: string; order: number }> = {
  'place in measure': { said: 'ranked by place in the measure', order: 0 },
  'band power': { said: 'ranked by power at the measures’ period', order: 1 },
  random: { said: 'at random', order: 2 },
};
const shortly: Record<UnitRanking, string> = { 'place in measure': 'by place', 'band power': 'by power', random: 'random' };

const colourOf = (ranking: UnitRanking, theme: Theme): string =>
  ranking === 'random' ? theme.faint : theme.curves[ranking === 'band power' ? 1 : 0]!;

const questions = (layer: number): readonly { leftOut: boolean; title: string; axis: string }[] => [
  { leftOut: false, title: 'Do they suffice? So many units interchanged', axis: `units of layer ${layer} interchanged` },
  { leftOut: true, title: 'Are they needed? All but so many interchanged', axis: `units of layer ${layer} left as they are` },
];

/** Intervals at the same number of units stand side by side. */
const aside = (i: number): number => (i === 0 ? -2 : 2);

interface Point {
  ranking: UnitRanking;
  units: number;
  f: number;
  low: number;
  high: number;
}

const pointsOf = ({ ranking, points }: UnitCurve): Point[] =>
  points.flatMap(({ units, f, low, high }) => (f === null ? [] : [{ ranking, units, f, low: low ?? f, high: high ?? f }]));

/** Where the curves lie furthest apart, so that each can be named there. */
function clearest(curves: readonly (readonly Point[])[]): number {
  const gapAt = (n: number): number => {
    const values = curves.flatMap((points) => (points[n] === undefined ? [] : [points[n].f])).toSorted((a, b) => a - b);
    return Math.min(...values.slice(1).map((value, i) => value - values[i]!), 1);
  };
  const most = curves.length === 0 ? 0 : Math.min(...curves.map(({ length }) => length));
  // Not at the first, beside which there is no room.
  return Array.from({ length: most }, (_, n) => n).reduce((best, n) => (n > 1 && gapAt(n) > gapAt(best) ? n : best), Math.min(1, most - 1));
}

/** Figure 9: what so many units of the layer carry, chosen in three ways, and what the others carry without them. */
function draw(data: UnitsFigure, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const { theme } = sheet;
  const all = data.curves.flatMap(pointsOf);
  const counts = [...new Set(all.map(({ units }) => units))].toSorted((a, b) => a - b);
  const domain: [number, number] = [Math.min(0, ...all.map(({ low }) => low)), Math.max(1, ...all.map(({ high }) => high))];
  const height = isNarrow(sheet) ? 250 : 290;
  const cells = questions(data.layer).map(({ leftOut, title, axis }): Cell => {
    const curves = data.curves
      .filter((curve) => curve.leftOut === leftOut && curve.points.length > 0)
      .toSorted((a, b) => rankings[a.ranking].order - rankings[b.ranking].order)
      .map((curve) => ({ ranking: curve.ranking, colour: colourOf(curve.ranking, theme), points: pointsOf(curve) }));
    const at = clearest(curves.map(({ points }) => points));
    const pixel = (domain[1] - domain[0]) / (height - 64);
    const names = curves.flatMap(({ ranking, colour, points }) => (points[at] === undefined ? [] : [{ ...points[at], ranking, colour }]));
    return {
      title,
      yLabel: '↑ F',
      xLabel: axis,
      marginLeft: 34,
      marginRight: 14,
      options: {
        x: { type: 'log', domain: [(counts[0] ?? 1) / 1.3, (counts.at(-1) ?? 10) * 1.3], axis: null },
        y: { domain, label: null, ticks: 5, tickSize: 3 },
        marks: [
          Plot.ruleY([0, 1], { stroke: theme.rule }),
          Plot.axisX(counts, { text: (d: number) => String(d), label: null, tickSize: 3 }),
          ...curves.flatMap(({ ranking, colour, points }, i) =>
            ranking === 'random'
              ? [
                  Plot.areaY(points, { x: 'units', y1: 'low', y2: 'high', fill: colour, fillOpacity: 0.22 }),
                  Plot.line(points, { x: 'units', y: 'f', stroke: colour, strokeWidth: 1.6, strokeDasharray: '5,3' }),
                ]
              : [
                  Plot.line(points, { x: 'units', y: 'f', stroke: colour, strokeWidth: 1.8, dx: aside(i) }),
                  Plot.ruleX(points, { x: 'units', y1: 'low', y2: 'high', stroke: colour, strokeWidth: 1.6, dx: aside(i) }),
                  Plot.dot(points, {
                    x: 'units',
                    y: 'f',
                    r: 3.4,
                    fill: colour,
                    stroke: theme.paper,
                    strokeWidth: 1,
                    symbol: i === 0 ? 'circle' : 'diamond',
                    dx: aside(i),
                    title: (d: Point) =>
                      `${d.units} units ${rankings[ranking].said}: ${fixedText(d.f, 2)} [${fixedText(d.low, 2)}, ${fixedText(d.high, 2)}]`,
                  }),
                ],
          ),
          // Curves rise or fall to the right: the outermost is named on its outer side, the others on the other; like ones one over the other.
          ...[true, false].flatMap((outer) => {
            const here = names.filter(({ f }) => names.every((other) => (leftOut ? other.f >= f : other.f <= f)) === outer);
            const up = outer === leftOut ? -11 : 9;
            const places = apart(
              here.map(({ f }) => f + up * pixel),
              13 * pixel,
              [domain[0] + 7 * pixel, domain[1] + 14 * pixel],
            );
            return here.map(({ ranking, colour, units }, i) =>
              Plot.text([shortly[ranking]], {
                x: units,
                y: places[i]!,
                dx: outer ? -9 : 9,
                textAnchor: outer ? 'end' : 'start',
                fill: colour,
                fontWeight: 600,
                stroke: theme.paper,
                strokeWidth: 4,
              }),
            );
          }),
        ],
      },
    };
  });
  return sheet.stack(inWords(data), [
    {
      title: `F of units of layer ${data.layer}, ${data.meter}: the share of the moved bar that they carry`,
      plot: note(sheet, [
        'By place: ranked by how much of their variance goes with the place in the measure. By power: ranked by power at the measures’ period.',
        'Bars are intervals over tunes; random: the mean of sets, and from the smallest to the largest.',
      ]),
    },
    ...inColumns(sheet, cells, height),
  ]);
}

/** The curves, for a reader who does not see them. */
const inWords = ({ layer, meter, curves }: UnitsFigure): string =>
  `F against the number of units of layer ${layer} in ${meter}. ` +
  curves
    .map((curve) => {
      const points = pointsOf(curve).map(({ units, f }) => `${units}: ${fixedText(f, 2)}`);
      return `${curve.leftOut ? 'Left out' : 'Interchanged'}, ${rankings[curve.ranking].said}: ${points.join(', ')}.`;
    })
    .join(' ');

const tables = ({ curves }: UnitsFigure): Table[] => [
  {
    name: 'units',
    shown: true,
    header: ['ranking', 'these units are', 'units', 'F', 'low (of random sets the smallest)', 'high (the largest)'],
    rows: curves.flatMap(({ ranking, leftOut, points }) =>
      points.map(({ units, f, low, high }) => [ranking, leftOut ? 'left out' : 'interchanged', units, f, low, high]),
    ),
  },
];

export const figure: Figure<UnitsFigure> = {
  name: 'units',
  number: 9,
  title: 'How many units carry the count',
  fits: true,
  draw,
  tables,
};
