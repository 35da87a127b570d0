import * as Plot from '@observablehq/plot';
import type { MoveLayer, MoveMeter, MovesFigure } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { fixedText } from '../number.ts';
import { Sheet, type Panel } from '../panels.ts';
import { smallMultiples, type Frame } from '../small-multiples.ts';
import { layerColour, type FigureOptions } from '../style.ts';
import type { Table } from '../table.ts';
import { type Estimate, estimateMarks, estimateText, shareDomain } from './estimates.ts';

/** A column of what handing up something else does. */
interface Column {
  heading: string;
  domain: readonly [number, number];
  ticks: readonly number[];
  /** What 0 and 1 are in nats. */
  ends?: readonly number[];
  estimates: readonly Estimate[];
  /** What stands behind each row, under a name. */
  texts?: { name: string; of: readonly string[] };
  under: string;
}

/** Figure 6: how far B goes in one step in which a layer hands up something else; and how much else moves. */
function draw(data: MovesFigure, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const most = Math.max(0.1, ...data.meters.flatMap(({ layers }) => layers.flatMap((of) => [of.othersMoved, of.othersMovedBySham])));
  return sheet.stack(
    data.meters.map(inWords).join(' ') || 'Nothing could be handed up.',
    data.meters.flatMap((meter) => {
      const panels = smallMultiples(
        sheet,
        columnsOf(sheet, meter, most),
        sheet.width < 620 ? { columns: 1, left: 52, right: 50 } : { columns: 3, left: 52, gap: 62, right: 14 },
        (column, frame) => columnPlot(sheet, meter, column, frame),
      );
      return panels.map((panel, i): Panel =>
        i === 0 ? { title: `${meter.meter}: one step in which a layer hands up what it did elsewhere`, ...panel } : panel,
      );
    }),
  );
}

function columnsOf({ theme }: Sheet, meter: MoveMeter, most: number): Column[] {
  const colour = (of: MoveLayer): string => layerColour(of.layer, theme);
  const row = (of: MoveLayer): string => `layer ${of.layer}`;
  const b = (value: number): string => fixedText(value, 2);
  return [
    {
      heading: 'mid-measure, handing up a boundary',
      domain: shareDomain,
      ticks: [0, 0.5, 1],
      ends: [meter.without, meter.donors],
      estimates: meter.layers.map((of) => ({
        row: row(of),
        value: of.share,
        low: of.low,
        high: of.high,
        colour: colour(of),
        title: `${row(of)} hands up a boundary: ${estimateText(of.share, of.low, of.high)} of the way`,
      })),
      texts: { name: 'B', of: meter.layers.map((of) => b(of.b)) },
      under: 'share of the way',
    },
    {
      heading: 'at a boundary, handing up a middle',
      domain: shareDomain,
      ticks: [0, 0.5, 1],
      ends: [meter.boundaryWithout],
      estimates: meter.layers.map((of) => ({
        row: row(of),
        value: of.boundaryShare,
        low: of.boundaryLow,
        high: of.boundaryHigh,
        colour: colour(of),
        title: `${row(of)} hands up a middle: ${estimateText(of.boundaryShare, of.boundaryLow, of.boundaryHigh)} of the way`,
      })),
      texts: { name: 'B', of: meter.layers.map((of) => b(of.boundaryB)) },
      under: 'share of the way',
    },
    {
      heading: 'all other tokens moved',
      domain: [0, 1.08 * most],
      ticks: [0, 0.25, 0.5, 0.75, 1].filter((tick) => tick <= 1.08 * most),
      estimates: meter.layers.flatMap((of) => [
        {
          row: row(of),
          value: of.othersMovedBySham,
          low: null,
          high: null,
          colour: theme.faint,
          hollow: true,
          title: `${row(of)}, sham: ${fixedText(of.othersMovedBySham, 3)} bits`,
        },
        {
          row: row(of),
          value: of.othersMoved,
          low: null,
          high: null,
          colour: colour(of),
          title: `${row(of)}: ${fixedText(of.othersMoved, 3)} bits`,
        },
      ]),
      under: 'Jensen–Shannon, bits; hollow: sham',
    },
  ];
}

function columnPlot(sheet: Sheet, { layers }: MoveMeter, column: Column, frame: Frame): Element {
  const { theme } = sheet;
  const names = layers.map(({ layer }) => `layer ${layer}`);
  return sheet.plot({
    height: 24 * names.length + 86,
    marginTop: 46,
    marginBottom: 40,
    marginLeft: frame.marginLeft,
    marginRight: frame.marginRight,
    x: { domain: [...column.domain], label: null, ticks: [...column.ticks], tickSize: 3, tickFormat: (d: number) => String(d) },
    y: { domain: names, padding: 0, ...(frame.first ? { label: null, tickSize: 0 } : { axis: null }) },
    marks: [
      Plot.ruleX(
        column.ticks.filter((tick) => tick === 0 || tick === 1),
        { stroke: theme.rule },
      ),
      Plot.text([column.heading], { frameAnchor: 'top-left', dy: -36, dx: -2, textAnchor: 'start', fontWeight: 600, fill: theme.ink }),
      ...(column.ends === undefined
        ? []
        : column.ends.map((end, i) =>
            Plot.text([`${i === 0 ? 'B ' : ''}${fixedText(end, 2)}`], { x: i, frameAnchor: 'top', dy: -16, fill: theme.faint }),
          )),
      ...(column.texts === undefined
        ? []
        : [
            Plot.text([column.texts.name], { frameAnchor: 'top-right', dx: 42, dy: -16, textAnchor: 'end', fill: theme.faint }),
            Plot.text(names, {
              frameAnchor: 'right',
              y: (d: string) => d,
              dx: 42,
              textAnchor: 'end',
              text: (_: string, i: number) => column.texts!.of[i]!,
              fill: theme.ink,
            }),
          ]),
      Plot.text([column.under], { frameAnchor: 'bottom-right', dy: 30, textAnchor: 'end', fill: theme.ink }),
      ...estimateMarks(sheet, column.estimates, column.domain),
    ],
  });
}

/** A meter's shares for a reader who does not see them. */
const inWords = (of: MoveMeter): string =>
  `In ${of.meter}, handing up a boundary in the middle of a measure goes so much of the way from B ${fixedText(of.without, 2)} to ${fixedText(of.donors, 2)}: ${of.layers
    .map(({ layer, share, low, high }) => `layer ${layer} ${estimateText(share, low, high)}`)
    .join(', ')}.`;

const tables = ({ meters }: MovesFigure): Table[] => [
  {
    name: 'moves',
    shown: true,
    header: [
      'meter',
      'layer',
      'B mid-measure, a boundary handed up (nats)',
      'share of the way',
      'low',
      'high',
      'B at a boundary, a middle handed up (nats)',
      'share of the way back',
      'low',
      'high',
      'others moved (bits)',
      'others moved by the sham (bits)',
      'B mid-measure, nothing done',
      'B of the donors',
      'B at a boundary, nothing done',
      'pairs',
      'tunes',
    ],
    rows: meters.flatMap((meter) =>
      meter.layers.map((of) => [
        meter.meter,
        of.layer,
        of.b,
        of.share,
        of.low,
        of.high,
        of.boundaryB,
        of.boundaryShare,
        of.boundaryLow,
        of.boundaryHigh,
        of.othersMoved,
        of.othersMovedBySham,
        meter.without,
        meter.donors,
        meter.boundaryWithout,
        meter.pairs,
        meter.tunes,
      ]),
    ),
  },
];

export const figure: Figure<MovesFigure> = {
  name: 'moves',
  number: 6,
  title: 'What moves the bar',
  fits: true,
  draw: (data, options) => draw(data, options),
  tables,
};
