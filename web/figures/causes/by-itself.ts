import * as Plot from '@observablehq/plot';
import type { ByItselfFigure } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { numberText } from '../number.ts';
import { Sheet } from '../panels.ts';
import { curveColour, type FigureOptions } from '../style.ts';
import type { Table } from '../table.ts';
import { axisNames, curveMarks, nats, uprightMarks } from './place-curves.ts';
import { estimateText } from './estimates.ts';

/** Figure 7: B with measure tokens forbidden, over some measures; beneath, how much it rises at each of them. */
function draw(data: ByItselfFigure, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const { theme } = sheet;
  const colour = curveColour('measure tokens', theme);
  const last = Math.max(data.measure, ...data.places.map(({ eighths }) => eighths));
  const x = { domain: [0, last + 0.5], label: null, ticks: Math.min(last, sheet.width / 40), tickSize: 3 };
  const wholes = data.rises.map(({ measures }, i) => ({
    at: measures * data.measure,
    // The last stands at the frame's end.
    anchor: i === data.rises.length - 1 ? ('end' as const) : ('middle' as const),
    text: `${numberText(measures * data.measure)} = ${measures === 1 ? '' : measures}M`,
  }));
  const rises = data.rises.filter(({ rise }) => rise !== null);
  const isFall = (rise: number): boolean => rise < -0.05;
  const ends = [0, ...rises.flatMap(({ rise, low, high }) => [rise!, low ?? rise!, high ?? rise!])];
  const span = Math.max(...ends) - Math.min(...ends);
  return sheet.stack(inWords(data), [
    {
      title: `${data.meter}, measure tokens forbidden: how due a bar is, the longer none has come (small dots: between the eighths)`,
      plot: sheet.plot({
        height: 260,
        marginTop: 42,
        marginBottom: 24,
        x,
        y: { domain: nats(data.places.map(({ b }) => b)), label: null, ticks: 5, tickSize: 3 },
        marks: [
          ...axisNames(theme, { y: '↑ B (nats)', lift: 26 }),
          ...uprightMarks(wholes, theme),
          ...curveMarks(data.places, { stroke: colour, strokeWidth: 2 }, 'no bar since'),
        ],
      }),
    },
    {
      title: 'The rise of B over the highest of the half measure before',
      plot: sheet.plot({
        height: 150,
        marginTop: 30,
        marginBottom: 40,
        x,
        y: {
          domain: [Math.min(...ends) - (rises.some(({ rise }) => isFall(rise!)) ? 0.4 * span : 0.8), Math.max(...ends) + 0.8],
          label: null,
          ticks: 4,
          tickSize: 3,
        },
        marks: [
          ...axisNames(theme, { y: '↑ nats', x: 'duration since the last bar (eighths)', lift: 18 }),
          Plot.ruleY([0], { stroke: theme.faint }),
          Plot.ruleX(wholes, { x: 'at', stroke: theme.rule, strokeDasharray: '4,3' }),
          Plot.link(
            rises.filter(({ low, high }) => low !== null && high !== null),
            {
              x1: (d) => d.measures * data.measure,
              x2: (d) => d.measures * data.measure,
              y1: 'low',
              y2: 'high',
              stroke: colour,
              strokeWidth: 8,
              strokeOpacity: 0.35,
            },
          ),
          Plot.dot(rises, { x: (d) => d.measures * data.measure, y: 'rise', r: 3.5, fill: colour }),
          // Away from the line of 0, which it may be near.
          ...[-9, 13].map((dy) =>
            Plot.text(
              rises.filter(({ rise }) => isFall(rise!) === dy > 0),
              {
                x: (d) => d.measures * data.measure,
                y: 'rise',
                text: (d) => estimateText(d.rise, d.low, d.high, 1),
                dx: -9,
                dy,
                textAnchor: 'end',
                fill: theme.ink,
                stroke: theme.paper,
                strokeWidth: 3,
              },
            ),
          ),
        ],
      }),
    },
  ]);
}

/** The rises for a reader who does not see them. */
const inWords = ({ meter, rises, count }: ByItselfFigure): string =>
  `In ${meter}, ${count} times on from a bar with measure tokens forbidden, B rises over the highest of the half measure before: ${rises
    .map(({ measures, rise, low, high }) => `at ${measures} measure${measures === 1 ? '' : 's'} ${estimateText(rise, low, high)} nats`)
    .join(', ')}.`;

const tables = ({ places, rises }: ByItselfFigure): Table[] => [
  {
    name: 'rises',
    shown: true,
    header: ['measures since the bar', 'rise of B (nats)', 'low', 'high'],
    rows: rises.map(({ measures, rise, low, high }) => [measures, rise, low, high]),
  },
  {
    name: 'by-itself',
    header: ['d (eighths)', 'B (nats)', 'low', 'high', 'places'],
    rows: places.map((of) => [of.eighths, of.b, of.low, of.high, of.places]),
  },
];

export const figure: Figure<ByItselfFigure> = {
  name: 'byItself',
  number: 7,
  title: 'Without bars, does it count on?',
  fits: true,
  draw: (data, options) => draw(data, options),
  tables,
};
