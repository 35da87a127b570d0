import * as Plot from '@observablehq/plot';
import type { PlaceMean, SetMeter, SetsFigure } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { fixedText, numberText } from '../number.ts';
import { Sheet, type Panel } from '../panels.ts';
import { smallMultiples, type Frame } from '../small-multiples.ts';
import { curveColour, layerColour, type FigureOptions } from '../style.ts';
import type { Table } from '../table.ts';
import { type Estimate, estimateMarks, estimateText, shareDomain } from './estimates.ts';
import { axisNames, curveMarks, distanceAxes, nats, uprightMarks } from './place-curves.ts';

const rowName = { memory: 'memory put back', output: 'output held back' };

/** Figure 5: how much of the reset by a measure token each blocked road undoes; beneath, B after a bar put in and one left out. */
function draw(data: SetsFigure, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const columns = sheet.width < 620 ? 1 : Math.min(2, Math.max(1, data.meters.length));
  const shares = smallMultiples(sheet, data.meters, { columns, left: 152, gap: 62, right: 44 }, (meter, frame) =>
    sharePlot(sheet, meter, frame, columns),
  );
  const curves = data.meters.flatMap((meter) => [
    { meter, of: meter.inserted, heading: `${meter.meter}: a bar put in`, name: 'with it' },
    { meter, of: meter.deleted, heading: `${meter.meter}: the bar before it left out`, name: 'without it' },
  ]);
  const [lowest, highest] = nats(curves.flatMap(({ of }) => of.flatMap(({ b, without }) => [b, without])));
  // A name may stand under the lowest line.
  const range = [lowest - 1, highest] as const;
  const titled = (title: string, panels: Panel[]): Panel[] => panels.map((panel, i) => (i === 0 ? { title, ...panel } : panel));
  return sheet.stack(data.meters.map(inWords).join(' ') || 'No measure token could be put in.', [
    ...titled('How much of the reset by a measure token is undone with one road blocked', shares),
    ...titled(
      'How due a bar is after a measure token was put in, and after one was left out',
      smallMultiples(
        sheet,
        curves.filter(({ of }) => of.length > 0),
        { columns: sheet.width < 620 ? 1 : 2, gap: 60 },
        ({ meter, of, heading, name }, frame) => curvePlot(sheet, meter, of, heading, name, range, frame),
      ),
    ),
  ]);
}

/** A meter's shares undone, two rows a layer. */
function sharePlot(sheet: Sheet, meter: SetMeter, frame: Frame, columns: number): Element {
  const { theme } = sheet;
  const rows = meter.layers.flatMap((of): (Estimate & { b: number })[] => [
    {
      row: `layer ${of.layer}, ${rowName.memory}`,
      value: of.putBackUndoes,
      low: of.putBackLow,
      high: of.putBackHigh,
      colour: layerColour(of.layer, theme),
      b: of.putBack,
      title: `layer ${of.layer}, ${rowName.memory}: ${estimateText(of.putBackUndoes, of.putBackLow, of.putBackHigh)} undone`,
    },
    {
      row: `layer ${of.layer}, ${rowName.output}`,
      value: of.heldBackUndoes,
      low: of.heldBackLow,
      high: of.heldBackHigh,
      colour: layerColour(of.layer, theme),
      hollow: true,
      b: of.heldBack,
      title: `layer ${of.layer}, ${rowName.output}: ${estimateText(of.heldBackUndoes, of.heldBackLow, of.heldBackHigh)} undone`,
    },
  ]);
  const names = frame.first || columns === 1;
  return sheet.plot({
    height: 22 * rows.length + 96,
    marginTop: 56,
    marginBottom: 40,
    marginLeft: frame.marginLeft,
    marginRight: frame.marginRight,
    x: { domain: [...shareDomain], label: null, ticks: [0, 0.5, 1], tickSize: 3, tickFormat: (d: number) => String(d) },
    y: { domain: rows.map(({ row }) => row), padding: 0, ...(names ? { label: null, tickSize: 0 } : { axis: null }) },
    marks: [
      Plot.ruleX([0, 1], { stroke: theme.rule }),
      Plot.ruleX([0.5], { stroke: theme.rule, strokeDasharray: '2,3' }),
      Plot.text([`${meter.meter}: highest B falls by ${estimateText(meter.fall, meter.fallLow, meter.fallHigh)} nats`], {
        frameAnchor: 'top-left',
        dy: -46,
        dx: names ? -frame.marginLeft : 0,
        textAnchor: 'start',
        fontWeight: 600,
        fill: theme.ink,
      }),
      // What the two ends of the axis are in nats.
      Plot.text([`B ${fixedText(meter.withBar, 2)}`], { x: 0, frameAnchor: 'top', dy: -16, fill: theme.faint }),
      Plot.text([`${fixedText(meter.without, 2)}`], { x: 1, frameAnchor: 'top', dy: -16, fill: theme.faint }),
      Plot.text(['share undone'], { frameAnchor: 'bottom-right', dy: 30, textAnchor: 'end', fill: theme.ink }),
      Plot.text(['B'], { frameAnchor: 'top-right', dx: 40, dy: -16, textAnchor: 'end', fill: theme.faint }),
      Plot.text(rows, {
        frameAnchor: 'right',
        y: 'row',
        dx: 40,
        textAnchor: 'end',
        text: ({ b }: { b: number }) => fixedText(b, 2),
        fill: theme.ink,
      }),
      ...estimateMarks(sheet, rows, shareDomain),
    ],
  });
}

/** B by distance with something done to a bar, and with nothing done. */
function curvePlot(
  sheet: Sheet,
  meter: SetMeter,
  places: readonly PlaceMean[],
  heading: string,
  name: string,
  range: readonly [number, number],
  frame: Frame,
): Element {
  const { theme } = sheet;
  const done = { stroke: curveColour('measure tokens', theme), strokeWidth: 2.5 };
  const plain = { stroke: theme.faint, strokeWidth: 1.5, strokeDasharray: '2,3' };
  const distances = places.map(({ eighths }) => eighths);
  const domain: [number, number] = [Math.min(...distances) - 0.35, Math.max(meter.measure, ...distances) + 0.35];
  // The two are named where they lie furthest apart, not on the axis.
  const [widest] = (places.length > 3 ? places.slice(1) : places)
    .filter(({ without, eighths }) => without !== null && eighths < meter.measure)
    .toSorted((a, b) => Math.abs(b.b - b.without!) - Math.abs(a.b - a.without!));
  const above = widest === undefined || widest.b >= widest.without!;
  const label = { stroke: theme.paper, strokeWidth: 4, fontWeight: 600 } as const;
  return sheet.plot({
    height: 210,
    marginTop: 46,
    marginBottom: 38,
    marginLeft: frame.marginLeft,
    marginRight: frame.marginRight,
    ...distanceAxes(domain, range, frame.width),
    marks: [
      ...uprightMarks([{ at: meter.measure, text: `own: ${numberText(meter.measure)}` }], theme),
      ...axisNames(theme, { heading, y: '↑ B (nats)', x: 'd (eighths, as if nothing was done)' }),
      ...curveMarks(places, plain, 'nothing done', 'without'),
      ...curveMarks(places, done, name),
      ...(widest === undefined
        ? []
        : [
            Plot.text([name], { x: widest.eighths, y: widest.b, dy: above ? -10 : 11, fill: done.stroke, ...label }),
            Plot.text(['nothing done'], { x: widest.eighths, y: widest.without!, dy: above ? 11 : -10, fill: plain.stroke, ...label }),
          ]),
    ],
  });
}

/** A meter's shares for a reader who does not see them. */
const inWords = (of: SetMeter): string =>
  `In ${of.meter} a measure token put in moves the highest B up to the own bar from ${fixedText(of.without, 2)} to ${fixedText(of.withBar, 2)}; undone: ${of.layers
    .map(
      ({ layer, putBackUndoes, putBackLow, putBackHigh, heldBackUndoes, heldBackLow, heldBackHigh }) =>
        `layer ${layer}, ${rowName.memory} ${estimateText(putBackUndoes, putBackLow, putBackHigh)}, ${rowName.output} ${estimateText(heldBackUndoes, heldBackLow, heldBackHigh)}`,
    )
    .join('; ')}.`;

const tables = ({ meters }: SetsFigure): Table[] => [
  {
    name: 'sets',
    shown: true,
    header: ['meter', 'layer', 'blocked', 'highest B up to the own bar (nats)', 'share undone', 'low', 'high', 'measures', 'tunes'],
    rows: meters.flatMap((of) =>
      of.layers.flatMap((layer) => [
        [
          of.meter,
          layer.layer,
          rowName.memory,
          layer.putBack,
          layer.putBackUndoes,
          layer.putBackLow,
          layer.putBackHigh,
          of.count,
          of.tunes,
        ],
        [
          of.meter,
          layer.layer,
          rowName.output,
          layer.heldBack,
          layer.heldBackUndoes,
          layer.heldBackLow,
          layer.heldBackHigh,
          of.count,
          of.tunes,
        ],
      ]),
    ),
  },
  {
    name: 'reset',
    header: [
      'meter',
      'highest B up to the own bar, nothing put in (nats)',
      'with a measure token put in',
      'fall',
      'low',
      'high',
      'measures',
      'tunes',
    ],
    rows: meters.map((of) => [of.meter, of.without, of.withBar, of.fall, of.fallLow, of.fallHigh, of.count, of.tunes]),
  },
  {
    name: 'curves',
    header: ['meter', 'what was done', 'd (eighths)', 'B (nats)', 'low', 'high', 'B, nothing done (nats)', 'places'],
    rows: meters.flatMap((of) =>
      [
        { what: 'a measure token put in', places: of.inserted },
        { what: 'the one before the measure left out', places: of.deleted },
      ].flatMap(({ what, places }) =>
        places.map((place) => [of.meter, what, place.eighths, place.b, place.low, place.high, place.without, place.places]),
      ),
    ),
  },
];

export const figure: Figure<SetsFigure> = {
  name: 'sets',
  number: 5,
  title: 'What sets the count',
  fits: true,
  draw: (data, options) => draw(data, options),
  tables,
};
