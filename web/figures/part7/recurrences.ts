import * as Plot from '@observablehq/plot';
import { measureLines } from '../axes.ts';
import type { RecurrencesFigure } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { numberText } from '../number.ts';
import { legend, Sheet, type Panel } from '../panels.ts';
import { spectrumPlot, spectrumTables } from '../spectrum-plot.ts';
import { layerColour, monospace, type FigureOptions } from '../style.ts';
import type { Table } from '../table.ts';

const mostTokens = 9;
const mostPhrases = 6;

/** Figure 12: what the input could explain: intervals, self-match, phrases, indicator spectra, the envelope at the measure frequency. */
function draw(data: RecurrencesFigure, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const { theme } = sheet;
  const tokens = data.intervals.slice(0, mostTokens);
  const names = tokens.map((d) => d.token);
  const dots = tokens.flatMap((d) => d.intervals.map((i) => ({ token: d.token, ...i })));
  const lags = data.selfMatch.map((share, i) => ({ lag: i + 1, share }));
  const best = lags.toSorted((a, b) => b.share - a.share).slice(0, 5);
  const phrases = data.phrases.slice(0, mostPhrases).map((phrase, row) => ({ ...phrase, row, text: phrase.tokens.join(' ') }));
  const clip = (text: string): string => (text.length > 28 ? `${text.slice(0, 27)}…` : text);
  const last = data.envelope.layers[0]?.amplitude.length ?? 1;
  const panels: Panel[] = [
    {
      title: 'Steps from one occurrence to the next',
      plot: sheet.plot({
        height: 22 * names.length + 44,
        marginLeft: 100,
        marginTop: 4,
        marginBottom: 36,
        x: { type: 'log', domain: [0.9, Math.max(110, ...dots.map((d) => d.steps))], axis: null },
        y: { domain: names, label: null, tickSize: 0 },
        r: { type: 'sqrt', domain: [0, Math.max(1, ...dots.map((d) => d.count))], range: [0, 9] },
        marks: [
          Plot.axisX([1, 2, 3, 4, 6, 9, 18, 36, 69, 100], {
            text: (d: number) => String(d),
            label: 'interval (steps)',
            labelAnchor: 'right',
            labelArrow: 'none',
          }),
          Plot.ruleY(names, { stroke: theme.rule, strokeWidth: 0.75 }),
          Plot.dot(dots, {
            x: 'steps',
            y: 'token',
            r: 'count',
            fill: theme.part,
            fillOpacity: 0.75,
            stroke: theme.ink,
            strokeWidth: 0.5,
            title: (d) => `${d.token}: ${d.count} times after ${d.steps} steps`,
          }),
        ],
      }),
    },
    {
      title: 'Share of steps whose token returns after a lag',
      plot: sheet.plot({
        height: 150,
        marginBottom: 34,
        marginTop: 16,
        x: { domain: [0, lags.length + 1], label: 'lag (steps)', labelAnchor: 'right', labelArrow: 'none', ticks: 10 },
        y: { label: '↑ share', labelArrow: 'none', ticks: 4, zero: true },
        marks: [
          Plot.ruleX(lags, { x: 'lag', y: 'share', stroke: theme.curves[0]!, strokeWidth: 2 }),
          Plot.text(best, { x: 'lag', y: 'share', text: 'lag', dy: -7, fontWeight: 600, fill: theme.ink }),
          Plot.ruleY([0], { stroke: theme.faint }),
        ],
      }),
    },
    ...(phrases.length === 0
      ? []
      : [
          {
            title: 'The longest phrases that return, and after how many steps',
            plot: sheet.plot({
              height: 26 * phrases.length + 40,
              marginLeft: 200,
              marginTop: 4,
              x: { domain: [0, last], label: 'step', labelAnchor: 'right', labelArrow: 'none', ticks: 8 },
              y: { domain: [-0.5, phrases.length - 0.5], reverse: true, axis: null },
              marks: [
                measureLines(data.measureSteps, theme),
                Plot.rect(
                  phrases.flatMap((d) => d.at.map((at) => ({ row: d.row, at, to: at + d.tokens.length }))),
                  { x1: 'at', x2: 'to', y1: (d) => d.row - 0.22, y2: (d) => d.row + 0.22, fill: theme.part },
                ),
                Plot.text(
                  phrases.flatMap((d) =>
                    d.at.slice(1).map((at, i) => ({ row: d.row, x: (d.at[i]! + d.tokens.length + at) / 2, lag: at - d.at[i]! })),
                  ),
                  { x: 'x', y: 'row', text: (d) => `+${d.lag}`, fill: theme.ink, stroke: theme.paper, strokeWidth: 3 },
                ),
                Plot.text(phrases, {
                  x: 0,
                  y: 'row',
                  text: (d) => clip(d.text),
                  dx: -8,
                  textAnchor: 'end',
                  fontFamily: monospace,
                  fontSize: 10,
                  fill: theme.ink,
                  title: 'text',
                }),
              ],
            }),
          },
        ]),
    ...spectrumPlot(sheet, data.panel, 280),
    {
      title: `The amplitude at the measure frequency, one in ${numberText(1 / data.envelope.frequency)} steps`,
      plot: legend(
        sheet,
        data.envelope.layers.map(({ layer }) => ({ name: `layer ${layer}`, colour: layerColour(layer, theme) })),
      ),
    },
    {
      plot: sheet.plot({
        height: 160,
        marginBottom: 34,
        marginTop: 16,
        x: { domain: [0, last], label: 'step', labelAnchor: 'right', labelArrow: 'none' },
        y: { label: '↑ amplitude (units of h)', labelArrow: 'none', ticks: 4, zero: true },
        marks: [
          measureLines(data.measureSteps, theme),
          ...data.envelope.layers.map(({ layer, amplitude }) =>
            Plot.line(amplitude, {
              x: (_, t: number) => t,
              y: (d: number) => d,
              stroke: layerColour(layer, theme),
              strokeWidth: 1.6,
            } as Plot.LineOptions),
          ),
          Plot.ruleY([0], { stroke: theme.faint }),
        ],
      }),
    },
  ];
  return sheet.stack('Recurrences of the tune: intervals between tokens, self-match over lag, phrases that return', panels);
}

const tables = (data: RecurrencesFigure): Table[] => [
  {
    name: 'intervals',
    header: ['token', 'interval (steps)', 'count'],
    rows: data.intervals.flatMap((d) => d.intervals.map((i) => [d.token, i.steps, i.count])),
  },
  { name: 'self-match', header: ['lag (steps)', 'share'], rows: data.selfMatch.map((share, i) => [i + 1, share]) },
  { name: 'phrases', shown: true, header: ['phrase', 'steps'], rows: data.phrases.map((d) => [d.tokens.join(' '), d.at.join(' ')]) },
  ...spectrumTables('indicator-spectra', data.panel),
  {
    name: 'envelope',
    header: ['step', ...data.envelope.layers.map(({ layer }) => `layer ${layer}`)],
    rows: (data.envelope.layers[0]?.amplitude ?? []).map((_, t) => [t, ...data.envelope.layers.map(({ amplitude }) => amplitude[t]!)]),
  },
];

export const figure: Figure<RecurrencesFigure> = { name: 'recurrences', number: 12, title: 'What the input could explain', draw, tables };
