import * as Plot from '@observablehq/plot';
import type { CountCell, CountFigure, CountMeter, MatchedCount } from '../contract/study.ts';
import { apart } from '../apart.ts';
import type { Figure } from '../figure.ts';
import { fixedText, numberText } from '../number.ts';
import { Sheet, type Panel } from '../panels.ts';
import { smallMultiples, type Frame } from '../small-multiples.ts';
import type { FigureOptions, Theme } from '../style.ts';
import type { Table } from '../table.ts';
import { crossingPanels, crossingTables } from './crossings.ts';
import { estimateMarks, estimateText } from './estimates.ts';
import { axisNames, distanceAxes, nats, uprightMarks } from './place-curves.ts';

/** Figure 2: B on natural measures by duration and tokens; interchanges that differ in one of the two; states from another meter. */
function draw(data: CountFigure, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const columns = sheet.width < 620 ? 1 : Math.min(2, Math.max(1, data.meters.length));
  const range = nats(data.meters.flatMap(({ cells }) => cells.map(({ b }) => b)));
  const titled = (title: string, panels: Panel[]): Panel[] => panels.map((panel, i) => (i === 0 ? { title, ...panel } : panel));
  return sheet.stack(inWords(data), [
    ...titled(
      'How due a bar is by the duration since the last, a line a number of tokens n',
      smallMultiples(sheet, data.meters, { columns }, (meter, frame) => cellPlot(sheet, meter, range, frame)),
    ),
    ...(data.matched.length === 0
      ? []
      : [
          {
            title: 'What the own bar loses to a state that differs in one thing alone, all layers interchanged',
            plot: matchedPlot(sheet, data.matched),
          },
        ]),
    ...titled(
      'States from another meter: where the bar is due if what is kept is what has gone, what is to go, or the share',
      crossingPanels(sheet, data.crossings),
    ),
  ]);
}

/** How strong the line of so many tokens is: few are pale. */
const strength = (n: number, most: number): number => 0.4 + (0.6 * n) / Math.max(1, most);

/** B on the natural measures of a meter. */
function cellPlot(sheet: Sheet, { meter, measure, cells }: CountMeter, range: readonly [number, number], frame: Frame): Element {
  const { theme } = sheet;
  const height = 300;
  const margins = { marginTop: 46, marginBottom: 38 };
  const counts = [...new Set(cells.map(({ tokens }) => tokens))].toSorted((a, b) => a - b);
  const most = Math.max(1, ...counts);
  const places = Math.max(1, ...cells.map((cell) => cell.places));
  const distances = cells.map(({ eighths }) => eighths);
  const atMeasure = cells.filter(({ eighths }) => eighths === measure).map(({ tokens }) => tokens);
  return sheet.plot({
    height,
    ...margins,
    marginLeft: frame.marginLeft,
    marginRight: frame.marginRight,
    ...distanceAxes([0, Math.max(measure, ...distances) + 0.5], range, frame.width),
    r: { type: 'sqrt', domain: [0, places], range: [0, 6] },
    marks: [
      ...axisNames(theme, { heading: meter, y: '↑ B (nats)', x: 'd (eighths since the bar)' }),
      ...uprightMarks([{ at: measure, text: `M = ${numberText(measure)}` }], theme),
      ...counts.map((n) =>
        Plot.line(
          cells.filter(({ tokens }) => tokens === n).toSorted((a, b) => a.eighths - b.eighths),
          { x: 'eighths', y: 'b', stroke: theme.curves[0]!, strokeWidth: 1.4, strokeOpacity: strength(n, most) },
        ),
      ),
      Plot.dot(cells, {
        x: 'eighths',
        y: 'b',
        r: 'places',
        fill: theme.curves[0]!,
        fillOpacity: (d: CountCell) => strength(d.tokens, most),
        title: (d: CountCell) => `d = ${numberText(d.eighths)}, n = ${d.tokens}: B ${estimateText(d.b, d.low, d.high)}, ${d.places} places`,
      }),
      ...nameMarks(
        cells.filter(({ eighths }) => eighths < measure),
        (height - margins.marginTop - margins.marginBottom) / (range[1] - range[0]),
        range,
        theme,
      ),
      ...(atMeasure.length === 0
        ? []
        : [
            Plot.text([`n = ${runs(atMeasure)}`], {
              x: measure,
              y: 0,
              dx: -10,
              dy: -9,
              textAnchor: 'end',
              fill: theme.ink,
              stroke: theme.paper,
              strokeWidth: 3,
            }),
          ]),
    ],
  });
}

/** Each line's n at its beginning; of those that begin at the bar the list there says it. */
function nameMarks(cells: readonly CountCell[], unit: number, range: readonly [number, number], theme: Theme): Plot.Markish[] {
  const counts = [...new Set(cells.map(({ tokens }) => tokens))];
  const first = counts.map((n) => cells.filter(({ tokens }) => tokens === n).reduce((a, b) => (b.eighths < a.eighths ? b : a)));
  return [...new Set(first.map(({ eighths }) => eighths))].flatMap((eighths) => {
    const here = first.filter((cell) => cell.eighths === eighths);
    const spread = apart(
      here.map(({ b }) => b),
      11 / unit,
      range,
    );
    return here.map((cell, i) =>
      Plot.text([`${cell.tokens}`], {
        x: eighths,
        y: spread[i]!,
        dx: -9,
        textAnchor: 'end',
        fontSize: 10,
        fill: theme.ink,
        stroke: theme.paper,
        strokeWidth: 3,
      }),
    );
  });
}

/** Numbers with those that follow each other drawn together: "2, 4, 6–14". */
function runs(numbers: readonly number[]): string {
  const sorted = numbers.toSorted((a, b) => a - b);
  const found: [number, number][] = [];
  for (const n of sorted) {
    const last = found.at(-1);
    if (last !== undefined && n === last[1] + 1) last[1] = n;
    else found.push([n, n]);
  }
  return found.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}

const otherwise = (differs: string): string =>
  differs === 'duration' ? 'other duration, as many tokens' : 'other tokens, as much duration';

/** What the own bar loses, a row a meter and a thing that differs. */
function matchedPlot(sheet: Sheet, matched: readonly MatchedCount[]): Element {
  const { theme } = sheet;
  const rows = matched.map((of) => ({ ...of, row: `${of.meter}: ${otherwise(of.differs)}` }));
  const ends = [0, 1, ...rows.flatMap(({ lost, low, high }) => [lost, low, high].filter((end) => end !== null))];
  const domain: [number, number] = [Math.min(...ends) - 0.4, Math.max(...ends) + 0.4];
  const narrow = sheet.width < 620;
  const colour = (differs: string): string => (differs === 'duration' ? theme.curves[1]! : theme.curves[0]!);
  return sheet.plot({
    height: (narrow ? 36 : 24) * rows.length + (narrow ? 58 : 48),
    marginTop: narrow ? 20 : 10,
    marginBottom: 38,
    marginLeft: narrow ? 14 : 216,
    marginRight: narrow ? 14 : 150,
    x: { domain, label: null, ticks: 6, tickSize: 3 },
    y: { domain: rows.map(({ row }) => row), padding: 0, ...(narrow ? { axis: null } : { label: null, tickSize: 0 }) },
    marks: [
      Plot.ruleX([0], { stroke: theme.faint, strokeDasharray: '3,3' }),
      ...(narrow
        ? [
            Plot.text(rows, {
              frameAnchor: 'left',
              y: 'row',
              text: (d: { row: string; lost: number | null; low: number | null; high: number | null }) =>
                `${d.row}: ${estimateText(d.lost, d.low, d.high)}`,
              dy: -13,
              textAnchor: 'start',
              fill: theme.ink,
              stroke: theme.paper,
              strokeWidth: 3,
            }),
          ]
        : []),
      ...(narrow
        ? []
        : [
            Plot.text(rows, {
              frameAnchor: 'right',
              y: 'row',
              dx: 10,
              textAnchor: 'start',
              text: (d: { lost: number | null; low: number | null; high: number | null }) => estimateText(d.lost, d.low, d.high),
              fill: theme.ink,
            }),
          ]),
      ...estimateMarks(
        sheet,
        rows.map((of) => ({
          row: of.row,
          value: of.lost,
          low: of.low,
          high: of.high,
          colour: colour(of.differs),
          title: `${of.row}: ${of.pairs} pairs in ${of.tunes} tunes`,
        })),
        domain,
      ),
      Plot.text(['fall of B at the own bar (nats)'], { frameAnchor: 'bottom-right', dy: 30, textAnchor: 'end', fill: theme.ink }),
    ],
  });
}

/** What is counted, for a reader who does not see it. */
const inWords = ({ matched, crossings }: CountFigure): string =>
  [
    ...matched.map(
      (of) => `${of.meter}, a state of ${otherwise(of.differs)}: the own bar loses ${estimateText(of.lost, of.low, of.high)} nats.`,
    ),
    ...crossings
      .filter(({ layers }) => layers === 'all')
      .map(
        (of) =>
          `From ${of.donorMeter} at ${numberText(of.donorEighths)} into ${of.targetMeter} at ${numberText(of.targetEighths)}, all layers: ${agreement(of.agreesGone)} as what has gone says, ${agreement(of.agreesToGo)} as what is to go says, ${agreement(of.agreesShare)} as the share says.`,
      ),
  ].join(' ') || 'B on natural measures by duration and tokens since the bar.';

const agreement = (share: number | null): string => (share === null ? 'none' : `${fixedText(100 * share, 0)} %`);

const tables = ({ meters, matched, crossings }: CountFigure): Table[] => [
  {
    name: 'count',
    header: ['meter', 'd (eighths)', 'n (tokens)', 'B (nats)', 'low', 'high', 'places'],
    rows: meters.flatMap(({ meter, cells }) =>
      cells.map((cell) => [meter, cell.eighths, cell.tokens, cell.b, cell.low, cell.high, cell.places]),
    ),
  },
  {
    name: 'material',
    header: ['meter', 'M (eighths)', 'tunes used', 'tunes written', 'full inner measures', 'measures'],
    rows: meters.map((of) => [of.meter, of.measure, of.tunes, of.written, of.fullMeasures, of.measures]),
  },
  {
    name: 'matched',
    shown: true,
    header: ['meter', 'differs in', 'fall of B at the own bar (nats)', 'low', 'high', 'pairs', 'tunes'],
    rows: matched.map((of) => [of.meter, of.differs, of.lost, of.low, of.high, of.pairs, of.tunes]),
  },
  ...crossingTables(crossings),
];

export const figure: Figure<CountFigure> = {
  name: 'count',
  number: 2,
  title: 'The bar against what has gone: durations or tokens',
  fits: true,
  draw: (data, options) => draw(data, options),
  tables,
};
