import * as Plot from '@observablehq/plot';
import type { SwapCurve, SwapFigure, SwapMeter } from '../contract/study.ts';
import { apart } from '../apart.ts';
import type { Figure } from '../figure.ts';
import { fixedText, numberText } from '../number.ts';
import { Sheet, type Panel } from '../panels.ts';
import { smallMultiples, type Frame } from '../small-multiples.ts';
import type { FigureOptions } from '../style.ts';
import type { Table } from '../table.ts';
import { axisNames, curveMarks, distanceAxes, nats, uprightMarks } from './place-curves.ts';
import { isOneLayer } from './claims.ts';
import { setLook, setName } from './set-looks.ts';

type SwapOptions = FigureOptions & { sets?: 'each' | 'every' };

const few = (set: string): boolean => set === 'none' || set === 'all' || isOneLayer(set);

/** Figure 3: B after an interchange, a line a set of layers; beneath, the shams. */
function draw(data: SwapFigure, options: SwapOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const { theme } = sheet;
  const chosen = (curves: readonly SwapCurve[]): SwapCurve[] => curves.filter(({ layers }) => options.sets === 'every' || few(layers));
  const narrow = sheet.width < 620;
  const columns = narrow ? 1 : Math.min(2, Math.max(1, data.meters.length));
  const places = data.meters.flatMap(({ curves, shams }) => [...curves, ...shams].flatMap((curve) => curve.places));
  const range = nats(places.map(({ b }) => b));

  const plot = (meter: SwapMeter, curves: readonly SwapCurve[], frame: Frame, sham: boolean): Element => {
    const distances = curves.flatMap((curve) => curve.places.map(({ eighths }) => eighths));
    const domain: [number, number] = [Math.min(meter.moved - 1, ...distances) - 0.35, Math.max(meter.measure, ...distances) + 0.35];
    const height = sham ? 124 : 300;
    const margins = { marginTop: sham ? 6 : 44, marginBottom: sham ? 38 : 20 };
    const unit = (height - margins.marginTop - margins.marginBottom) / (range[1] - range[0]);
    const labels = curves.flatMap((curve) => {
      const place = curve.places.find(({ eighths }) => eighths === meter.moved) ?? curve.places.at(-1);
      return place === undefined ? [] : [{ set: curve.layers, eighths: place.eighths, b: place.b }];
    });
    const spread = apart(
      labels.map(({ b }) => b),
      13 / unit,
      [range[0] + 6 / unit, range[1] - 8 / unit],
    );
    return sheet.plot({
      height,
      ...margins,
      marginLeft: frame.marginLeft,
      marginRight: frame.marginRight,
      ...distanceAxes(domain, range, frame.width),
      marks: [
        ...uprightMarks(
          [
            { at: meter.moved, text: sham ? '' : `moved: ${numberText(meter.moved)}` },
            { at: meter.measure, text: sham ? '' : `own: ${numberText(meter.measure)}` },
          ],
          theme,
        ),
        ...(sham
          ? [
              ...axisNames(theme, { x: 'd (eighths since the bar)' }),
              Plot.text(['sham: donors as far as the targets'], {
                frameAnchor: 'top-left',
                dx: 2,
                dy: 2,
                textAnchor: 'start',
                fill: theme.faint,
                stroke: theme.paper,
                strokeWidth: 3,
              }),
            ]
          : axisNames(theme, { heading: meter.meter, y: '↑ B (nats)' })),
        ...curves.flatMap((curve) => curveMarks(curve.places, setLook(curve.layers, theme), setName(curve.layers))),
        ...(sham
          ? []
          : labels.map(({ set, eighths }, i) =>
              Plot.text([setName(set)], {
                x: eighths,
                y: spread[i]!,
                dx: -7,
                textAnchor: 'end',
                fontWeight: 600,
                fill: setLook(set, theme).stroke,
                stroke: theme.paper,
                strokeWidth: 4,
              }),
            )),
      ],
    });
  };

  const groups = Array.from({ length: Math.ceil(data.meters.length / columns) }, (_, i) =>
    data.meters.slice(i * columns, (i + 1) * columns),
  );
  const panels = groups.flatMap((meters): Panel[] => [
    ...smallMultiples(sheet, meters, { columns }, (meter, frame) => plot(meter, chosen(meter.curves), frame, false)),
    ...smallMultiples(sheet, meters, { columns }, (meter, frame) => plot(meter, chosen(meter.shams), frame, true)),
  ]);
  return sheet.stack(data.meters.map(inWords).join(' ') || 'Nothing could be interchanged.', [
    {
      title: 'How due a bar is after a state from further on was put in, by what was put in',
      plot: panels[0]?.plot ?? sheet.plot({ height: 1 }),
    },
    ...panels.slice(1),
  ]);
}

/** A meter's curves at the moved bar, for a reader who does not see them. */
const inWords = ({ meter, moved, measure, curves }: SwapMeter): string =>
  `In ${meter}, B at d = ${numberText(moved)}, where the bar is due by the donor's count (own bar at ${numberText(measure)}): ${curves
    .flatMap(({ layers, places }) =>
      places.filter(({ eighths }) => eighths === moved).map(({ b }) => `${setName(layers)} ${fixedText(b, 2)}`),
    )
    .join(', ')}.`;

const tables = ({ meters }: SwapFigure): Table[] => [
  {
    name: 'swap',
    header: ['meter', 'donor', 'interchanged', 'd (eighths)', 'B (nats)', 'low', 'high', 'B, nothing done (nats)', 'places'],
    rows: meters.flatMap(({ meter, curves, shams }) =>
      [
        { donor: 'further on', of: curves },
        { donor: 'as far (sham)', of: shams },
      ].flatMap(({ donor, of }) =>
        of.flatMap(({ layers, places }) =>
          places.map(({ eighths, b, low, high, without, places: count }) => [meter, donor, layers, eighths, b, low, high, without, count]),
        ),
      ),
    ),
  },
];

export const figure: Figure<SwapFigure> = {
  name: 'swap',
  number: 3,
  title: 'The bar after an interchange',
  fits: true,
  draw,
  tables,
  views: [
    { name: 'each layer and all', options: { sets: 'each' } },
    { name: 'every set of layers', options: { sets: 'every' } },
  ],
};
