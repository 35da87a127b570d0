import * as Plot from '@observablehq/plot';
import type { EarlyRow, InterchangeRow, MapFigure, StatePart } from '../contract/study.ts';
import { apart } from '../apart.ts';
import type { Figure } from '../figure.ts';
import { fixedText, numberText } from '../number.ts';
import { note, Sheet, type Panel } from '../panels.ts';
import { smallMultiples } from '../small-multiples.ts';
import type { FigureOptions } from '../style.ts';
import type { Table } from '../table.ts';
import { type Estimate, estimateMarks, estimateText, shareDomain } from './estimates.ts';
import { axisNames } from './place-curves.ts';
import { isOneLayer } from './claims.ts';
import { setLook, setName } from './set-looks.ts';

const letters: Record<StatePart, string | undefined> = { both: undefined, hidden: 'h', cell: 'c' };
const parts: readonly StatePart[] = ['both', 'hidden', 'cell'];
/** The height of a line, and what is free between two sets. */
const line = 13;
const free = 7;

const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];

/** Figure 4: the share that each set of layers carries, by dose; h and c apart; beneath, by how far the measure had gone. */
function draw(data: MapFigure, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const swaps = data.rows.filter(({ dose }) => dose !== 0);
  const meters = unique(swaps.map(({ meter }) => meter));
  return sheet.stack(inWords(swaps), [
    {
      title: 'F, the share of the moved bar that a set carries, by dose k (eighths)',
      plot: note(sheet, [
        'Rows: what was interchanged. Dots: c and h together; letters: h or c alone. Bars and lines: intervals. –: all layers move too little.',
      ]),
    },
    ...meters.flatMap((meter) =>
      dosePanels(
        sheet,
        meter,
        swaps.filter((of) => of.meter === meter),
      ),
    ),
    ...placePanels(
      sheet,
      data.byPlace.filter(({ layers }) => isOneLayer(layers)),
    ),
    ...(data.byPlace.length === 0 ? [] : [{ plot: note(sheet, ['Bars: intervals. Of all layers F is 1.']) }]),
  ]);
}

/** One meter: a plot a dose, a row a set, with a line a part of the state. */
function dosePanels(sheet: Sheet, meter: string, rows: readonly InterchangeRow[]): Panel[] {
  const { theme } = sheet;
  const doses = unique(rows.map(({ dose }) => dose)).toSorted((a, b) => a - b);
  let height = 0;
  const lines = new Map<string, number>();
  const sets = unique(rows.map(({ layers }) => layers)).map((set) => {
    const of = parts.filter((part) => rows.some((row) => row.layers === set && row.part === part));
    for (const [i, part] of of.entries()) lines.set(`${set} ${part}`, height + free / 2 + (i + 0.5) * line);
    const top = height;
    height += of.length * line + free;
    return { name: setName(set).replace('layers ', '').replace(' and ', ' + '), top, middle: (top + height) / 2 };
  });
  const estimate = (of: InterchangeRow): Estimate => ({
    row: lines.get(`${of.layers} ${of.part}`)!,
    value: of.f,
    low: of.low,
    high: of.high,
    colour: setLook(of.layers, theme).stroke,
    ...(letters[of.part] === undefined ? {} : { letter: letters[of.part]! }),
    title: `${setName(of.layers)}, ${letters[of.part] ?? 'c and h'}, k = ${numberText(of.dose)}: F ${estimateText(of.f, of.low, of.high)}, ${of.pairs} pairs in ${of.tunes} tunes`,
  });
  const narrow = sheet.width < 620;
  const left = narrow ? 66 : 92;
  const margins = { marginTop: 24, marginBottom: 22 };
  return smallMultiples(sheet, doses, { columns: doses.length, left, gap: narrow ? 5 : 12, right: 10 }, (dose, frame) =>
    sheet.plot({
      height: height + margins.marginTop + margins.marginBottom,
      ...margins,
      marginLeft: frame.marginLeft,
      marginRight: frame.marginRight,
      x: {
        domain: [...shareDomain],
        label: null,
        ticks: frame.width > 80 ? [0, 0.5, 1] : [0, 1],
        tickSize: 3,
        tickFormat: (d: number) => String(d),
      },
      y: { domain: [0, height], range: [margins.marginTop, margins.marginTop + height], axis: null },
      marks: [
        Plot.ruleX([0, 1], { stroke: theme.rule }),
        Plot.ruleX([0.5], { stroke: theme.rule, strokeDasharray: '2,3' }),
        Plot.ruleY(sets, { y: 'top', stroke: theme.rule, strokeOpacity: 0.6 }),
        Plot.text([`${dose > 0 ? '+' : ''}${numberText(dose)}`], { frameAnchor: 'top', dy: -10, fill: theme.ink }),
        ...(frame.first
          ? [
              Plot.text([meter], {
                frameAnchor: 'top-left',
                dx: -left,
                dy: -10,
                textAnchor: 'start',
                fontWeight: 600,
                fontSize: 12,
                fill: theme.ink,
              }),
              Plot.text(['k'], { frameAnchor: 'top-left', dx: -8, dy: -10, textAnchor: 'end', fill: theme.faint }),
              Plot.text(sets, { frameAnchor: 'left', y: 'middle', text: 'name', dx: -8, textAnchor: 'end', fill: theme.ink }),
            ]
          : []),
        ...estimateMarks(sheet, rows.filter((of) => of.dose === dose).map(estimate), shareDomain),
      ],
    }),
  );
}

/** Each layer's share by how far the measure had gone, a plot a meter. */
function placePanels(sheet: Sheet, rows: readonly EarlyRow[]): Panel[] {
  const { theme } = sheet;
  const meters = unique(rows.map(({ meter }) => meter));
  if (meters.length === 0) return [];
  const columns = sheet.width < 620 ? 1 : Math.min(2, meters.length);
  const panels = smallMultiples(sheet, meters, { columns, right: 70, gap: 104 }, (meter, frame) => {
    const known = rows.filter((of) => of.meter === meter && of.f !== null);
    const sets = unique(known.map(({ layers }) => layers));
    const eighths = known.map((of) => of.eighths);
    const [first, last] = [Math.min(...eighths), Math.max(...eighths)];
    const height = 200;
    const unit = (height - 46 - 40) / (shareDomain[1] - shareDomain[0]);
    const ends = sets.map((set) => known.filter(({ layers }) => layers === set).at(-1)!);
    const spread = apart(
      ends.map(({ f }) => f!),
      13 / unit,
      [...shareDomain],
    );
    const clipped = (value: number): number => Math.min(shareDomain[1], Math.max(shareDomain[0], value));
    return sheet.plot({
      height,
      marginTop: 46,
      marginBottom: 40,
      marginLeft: frame.marginLeft,
      marginRight: frame.marginRight,
      x: { domain: [first - 0.3, last + 0.3], label: null, ticks: Math.min(last - first, 12), tickSize: 3 },
      y: { domain: [...shareDomain], label: null, ticks: [0, 0.5, 1], tickSize: 3 },
      marks: [
        ...axisNames(theme, { heading: meter, y: '↑ F at k = 2', x: 'd of the target (eighths)' }),
        Plot.ruleY([0, 1], { stroke: theme.rule }),
        ...sets.flatMap((set, i) => {
          const of = known.filter(({ layers }) => layers === set);
          const look = setLook(set, theme);
          const dx = 5 * (i - (sets.length - 1) / 2);
          return [
            Plot.line(of, { x: 'eighths', y: (d: EarlyRow) => clipped(d.f!), dx, ...look }),
            Plot.link(
              of.filter(({ low, high }) => low !== null && high !== null),
              {
                x1: 'eighths',
                x2: 'eighths',
                y1: (d: EarlyRow) => clipped(d.low!),
                y2: (d: EarlyRow) => clipped(d.high!),
                dx,
                stroke: look.stroke,
                strokeWidth: 5,
                strokeOpacity: 0.35,
              },
            ),
            Plot.dot(of, {
              x: 'eighths',
              y: (d: EarlyRow) => clipped(d.f!),
              dx,
              r: 3,
              fill: look.stroke,
              title: (d: EarlyRow) =>
                `${setName(set)} at d = ${numberText(d.eighths)}: F ${estimateText(d.f, d.low, d.high)}, ${d.pairs} pairs`,
            }),
          ];
        }),
        ...ends.map((of, i) =>
          Plot.text([setName(of.layers)], {
            x: of.eighths,
            y: spread[i]!,
            dx: 18,
            textAnchor: 'start',
            fontWeight: 600,
            fill: setLook(of.layers, theme).stroke,
          }),
        ),
      ],
    });
  });
  return panels.map((panel, i) =>
    i === 0 ? { title: 'The same at k = 2, by where in the measure the interchange was made', ...panel } : panel,
  );
}

/** F of each set by dose, for a reader who does not see them. */
const inWords = (rows: readonly InterchangeRow[]): string =>
  rows
    .filter(({ part, layers, f }) => part === 'both' && isOneLayer(layers) && f !== null)
    .map((of) => `${of.meter}, ${setName(of.layers)}, k ${numberText(of.dose)}: F ${fixedText(of.f!, 2)}`)
    .join('; ') || 'No interchange of one layer moved the bar.';

const tables = ({ rows, byPlace }: MapFigure): Table[] => [
  {
    name: 'map',
    shown: true,
    header: [
      'meter',
      'layers',
      'part',
      'dose k (eighths)',
      'pairs',
      'tunes',
      'F',
      'low',
      'high',
      'B at the moved bar',
      'the same, nothing done',
      'B at the own bar',
      'the same, nothing done',
    ],
    rows: rows.map((of) => [
      of.meter,
      of.layers,
      of.part,
      of.dose,
      of.pairs,
      of.tunes,
      of.f,
      of.low,
      of.high,
      of.donorBoundary,
      of.donorBoundaryWithout,
      of.ownBoundary,
      of.ownBoundaryWithout,
    ]),
  },
  {
    name: 'by-place',
    header: ['meter', 'layers', 'd of the target (eighths)', 'pairs', 'F', 'low', 'high'],
    rows: byPlace.map((of) => [of.meter, of.layers, of.eighths, of.pairs, of.f, of.low, of.high]),
  },
];

export const figure: Figure<MapFigure> = {
  name: 'map',
  number: 4,
  title: 'What each memory carries',
  fits: true,
  draw: (data, options) => draw(data, options),
  tables,
};
