import * as Plot from '@observablehq/plot';
import { apart } from '../apart.ts';
import type { SubspaceFigure, SubspaceKind, SubspaceRow } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { fixedText } from '../number.ts';
import { note, Sheet } from '../panels.ts';
import type { FigureOptions, Theme } from '../style.ts';
import type { Table } from '../table.ts';
import { inColumns, isNarrow, type Cell } from './columns.ts';

type Sought = Exclude<SubspaceKind, 'whole layer'>;

/** How each kind of directions is drawn: by colour, by dash and by symbol. */
const looks = (
  theme: Theme,
): Record<Sought, { colour: string; dash?: string; symbol: 'diamond' | 'square' | 'circle' | 'triangle'; said: string }> => ({
  gradient: { colour: theme.curves[1]!, symbol: 'diamond', said: 'gradient' },
  'class means': { colour: theme.curves[0]!, symbol: 'square', said: 'class means' },
  random: { colour: theme.faint, symbol: 'circle', said: 'random' },
  'random as long': { colour: theme.faint, dash: '5,3', symbol: 'circle', said: 'random, as long' },
  'random with place': { colour: theme.faint, dash: '1,3', symbol: 'square', said: 'random, weighed' },
  'shuffled clock': { colour: theme.curves[4]!, dash: '2,3', symbol: 'triangle', said: 'shuffled' },
});
const order: readonly Sought[] = ['gradient', 'class means', 'random', 'random as long', 'random with place', 'shuffled clock'];

interface Point {
  directions: number;
  f: number;
  low: number;
  high: number;
}

const pointsOf = (rows: readonly SubspaceRow[]): Point[] =>
  rows
    .flatMap(({ directions, f, low, high }) => (f === null ? [] : [{ directions, f, low: low ?? f, high: high ?? f }]))
    .toSorted((a, b) => a.directions - b.directions);

/** One layer: F by number of directions, a line a way of finding them, beside what the whole layer carries. */
function layerCell(
  sheet: Sheet,
  data: SubspaceFigure,
  layer: number,
  domain: readonly [number, number],
  counts: readonly number[],
  height: number,
): Cell {
  const { theme } = sheet;
  const rows = data.rows.filter((row) => row.layer === layer);
  const [whole] = pointsOf(rows.filter(({ kind }) => kind === 'whole layer'));
  const keeps = layer === data.layer;
  const look = looks(theme);
  const lines = order
    .map((kind) => ({ kind, points: pointsOf(rows.filter((row) => row.kind === kind)), ...look[kind] }))
    .filter(({ points }) => points.length > 0);
  // Elsewhere than in the keeper, what directions move beyond the whole layer is no share of what is kept.
  const beyond =
    keeps || whole === undefined
      ? []
      : lines.filter(({ kind }) => kind === 'gradient').flatMap(({ points }) => points.filter(({ f }) => f > whole.f));
  // A way of finding that has one number of directions says it by its name: 7 and 8 have no room on the axis.
  const several = [
    ...new Set(lines.flatMap(({ points }) => (points.length > 1 ? points.map(({ directions }) => directions) : []))),
  ].toSorted((a, b) => a - b);
  const names = [
    ...lines.map(({ said, colour, points }) => {
      const { directions, f } = points.at(-1)!;
      const range = points.length === 1 ? ` (${directions})` : several.at(-1) === directions ? '' : ` (to ${directions})`;
      return { said: said + range, colour, f, from: directions };
    }),
    ...(whole === undefined ? [] : [{ said: `whole layer ${fixedText(whole.f, 2)}`, colour: theme.ink, f: whole.f, from: counts.at(-1)! }]),
  ];
  const places = apart(
    names.map(({ f }) => f),
    (12.5 / (height - 64)) * (domain[1] - domain[0]),
    domain,
  );
  const ticks = (several.length > 0 ? several : [...counts]).filter((d, i, all) => (all[i + 1] ?? Infinity) / d > 1.3);
  const edge = (counts.at(-1) ?? 2) * 1.25;
  return {
    title: keeps ? `Layer ${layer}, which keeps the count` : `Layer ${layer}`,
    yLabel: '↑ F',
    xLabel: 'directions',
    marginLeft: 34,
    marginRight: 116,
    options: {
      x: { type: 'log', domain: [(counts[0] ?? 1) / 1.25, edge], axis: null },
      y: { domain: [...domain], label: null, ticks: 5, tickSize: 3 },
      marks: [
        Plot.ruleY([0, 1], { stroke: theme.rule }),
        Plot.axisX(ticks, { text: (d: number) => String(d), label: null, tickSize: 3 }),
        ...(whole === undefined
          ? []
          : [
              Plot.rect([whole], { x1: (counts[0] ?? 1) / 1.25, x2: edge, y1: 'low', y2: 'high', fill: theme.ink, fillOpacity: 0.1 }),
              Plot.ruleY([whole], { y: 'f', stroke: theme.ink, strokeWidth: 1.5 }),
            ]),
        // Hatched: short strokes from the whole layer's share up.
        ...beyond.map((point) =>
          Plot.link([point], {
            x1: point.directions,
            x2: point.directions,
            y1: whole!.f,
            y2: point.f,
            stroke: theme.bad,
            strokeWidth: 12,
            strokeDasharray: '1.5,3.5',
            strokeOpacity: 0.8,
          }),
        ),
        ...lines.flatMap(({ kind, points, colour, dash, symbol, said }) => {
          const pale = kind === 'gradient' && !keeps;
          return [
            Plot.line(points, {
              x: 'directions',
              y: 'f',
              stroke: colour,
              strokeWidth: 1.8,
              strokeOpacity: pale ? 0.5 : 1,
              ...(dash === undefined ? {} : { strokeDasharray: dash }),
            }),
            Plot.ruleX(points, { x: 'directions', y1: 'low', y2: 'high', stroke: colour, strokeWidth: 1.5, strokeOpacity: pale ? 0.5 : 1 }),
            Plot.dot(points, {
              x: 'directions',
              y: 'f',
              r: 3.6,
              symbol,
              fill: pale ? theme.paper : colour,
              stroke: pale ? colour : theme.paper,
              strokeWidth: pale ? 1.5 : 1,
              title: (d: Point) =>
                `${d.directions} directions, ${said}: ${fixedText(d.f, 2)} [${fixedText(d.low, 2)}, ${fixedText(d.high, 2)}]`,
            }),
          ];
        }),
        ...names.flatMap(({ said, colour, f, from }, i) => [
          Plot.link([said], { x1: from, x2: edge, y1: f, y2: places[i]!, stroke: colour, strokeOpacity: 0.4, strokeWidth: 0.75 }),
          Plot.text([said], { x: edge, y: places[i]!, dx: 4, textAnchor: 'start', fill: colour, fontSize: 10 }),
        ]),
      ],
    },
  };
}

/** The figure of directions: what few directions of each layer carry, and where they move more than the whole layer can. */
function draw(data: SubspaceFigure, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const layers = [...new Set(data.rows.map(({ layer }) => layer))].toSorted((a, b) => a - b);
  const all = pointsOf(data.rows);
  const counts = [...new Set(data.rows.filter(({ kind }) => kind !== 'whole layer').map(({ directions }) => directions))].toSorted(
    (a, b) => a - b,
  );
  const domain: [number, number] = [Math.min(0, ...all.map(({ low }) => low)), Math.max(1, ...all.map(({ high }) => high))];
  const height = isNarrow(sheet) ? 240 : 290;
  const beyond = data.rows.some(
    ({ layer, kind, f }) =>
      kind === 'gradient' &&
      layer !== data.layer &&
      f !== null &&
      data.rows.some((whole) => whole.layer === layer && whole.kind === 'whole layer' && whole.f !== null && f > whole.f),
  );
  return sheet.stack(inWords(data, layers), [
    {
      title: `F of few directions of a layer’s state, ${data.meter}, beside that of the whole layer`,
      plot: note(sheet, [
        'Bars and the grey band are intervals over tunes, which had no part in finding the directions.',
        ...(beyond
          ? ['Pale and hatched: directions that move the bar by more than the whole layer does. They say nothing of what is kept there.']
          : []),
      ]),
    },
    ...inColumns(
      sheet,
      layers.map((layer) => layerCell(sheet, data, layer, domain, counts, height)),
      height,
      Math.min(3, layers.length),
    ),
  ]);
}

/** The numbers, for a reader who does not see them. */
const inWords = ({ meter, rows, layer: keeper }: SubspaceFigure, layers: readonly number[]): string =>
  `F of few directions of each layer, ${meter}; layer ${keeper} keeps the count. ` +
  layers
    .map((layer) => {
      const of = rows.filter((row) => row.layer === layer && row.f !== null);
      return `Layer ${layer}: ${of.map(({ kind, directions, f }) => `${kind}${kind === 'whole layer' ? '' : ` ${directions}`} ${fixedText(f!, 2)}`).join(', ')}.`;
    })
    .join(' ');

const tables = ({ rows }: SubspaceFigure): Table[] => [
  {
    name: 'directions',
    shown: true,
    header: ['layer', 'directions found', 'how many', 'interchanges', 'B (nats)', 'F', 'low', 'high'],
    rows: rows.map(({ layer, kind, directions, pairs, b, f, low, high }) => [layer, kind, directions, pairs, b, f, low, high]),
  },
];

export const figure: Figure<SubspaceFigure> = {
  name: 'subspace',
  number: null,
  label: 'Directions',
  title: 'How few directions carry the count, and where they deceive',
  fits: true,
  draw,
  tables,
};
