import * as Plot from '@observablehq/plot';
import { measureLines } from '../axes.ts';
import { fixedText } from '../number.ts';
import { periodText } from '../period.ts';
import type { PosteriorFigure } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { colourBar, heatMap, matrixBytes, matrixValue } from '../heat-map.ts';
import { Sheet, type Panel } from '../panels.ts';
import { spectrumPlot, spectrumTables } from '../spectrum-plot.ts';
import { monospace, sequential, type FigureOptions } from '../style.ts';
import { matrixTable, type Table } from '../table.ts';

interface PosteriorOptions extends FigureOptions {
  /** Only tokens whose probability reaches this at some step have a row; 0.05 by default. */
  least?: number;
}

const rowHeight = 11;

/** Figure 13: the posterior over the steps, the surprise of each token, spectra by family, and the tokens that go on and off. */
function draw(data: PosteriorFigure, options: PosteriorOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const { theme } = sheet;
  const { logarithm } = data;
  const least = Math.log10(options.least ?? 0.05);
  const bytes = matrixBytes(logarithm);
  const shown = data.vocabulary
    .map((_, v) => v)
    .filter((v) => {
      const row = bytes.subarray(v * logarithm.columns, (v + 1) * logarithm.columns);
      return data.drawn.includes(v) || row.some((byte) => (matrixValue(logarithm, byte) ?? -Infinity) >= least);
    });
  const rowOf = new Map(shown.map((v, row) => [v, row]));
  const margins = { marginLeft: 62, marginRight: 16, marginTop: 4, marginBottom: 32 };
  const frame = { width: sheet.width - margins.marginLeft - margins.marginRight, height: rowHeight * shown.length };
  const steps = logarithm.columns;
  const x: Plot.ScaleOptions = {
    domain: [-0.5, steps - 0.5],
    label: 'step',
    labelAnchor: 'right',
    labelArrow: 'none',
    ticks: 10,
    tickSize: 3,
  };
  const panels: Panel[] = [
    { plot: colourBar(sheet, sequential, logarithm.lowest, logarithm.highest, 'log₁₀ p (○: the token drawn)') },
    {
      title: `The posterior: the ${shown.length} of ${data.vocabulary.length} tokens that are drawn or reach p = ${options.least ?? 0.05}`,
      plot: sheet.plot({
        ...margins,
        height: frame.height + margins.marginTop + margins.marginBottom,
        x,
        y: { domain: [shown.length - 0.5, -0.5], axis: null },
        marks: [
          ...heatMap(sheet, logarithm, sequential, frame, { rows: shown }),
          Plot.dot(
            data.drawn.map((v, t) => ({ t, row: rowOf.get(v)! })),
            { x: 't', y: 'row', r: 2.6, stroke: theme.bad, strokeWidth: 1.4, fill: 'none' },
          ),
          Plot.text(shown, {
            x: -0.5,
            y: (_: number, row: number) => row,
            text: (v: number) => data.vocabulary[v]!,
            dx: -6,
            textAnchor: 'end',
            fontFamily: monospace,
            fontSize: 9,
            fill: theme.ink,
          } as Plot.TextOptions),
          Plot.frame({ stroke: theme.rule }),
        ],
      }),
    },
    {
      title: 'Surprise of the token drawn',
      plot: sheet.plot({
        ...margins,
        marginTop: 16,
        height: 130,
        x,
        y: { label: '↑ −log₂ p (bits)', labelArrow: 'none', ticks: 4, zero: true },
        marks: [
          measureLines(data.measureSteps, theme),
          Plot.ruleX(data.surprise, {
            x: (_: number, t: number) => t,
            y: (d: number) => d,
            stroke: theme.curves[0]!,
            strokeWidth: 2.4,
          } as Plot.RuleXOptions),
          Plot.ruleY([0], { stroke: theme.faint }),
        ],
      }),
    },
    ...spectrumPlot(sheet, data.families, 240),
    ...data.onAndOff.map((token, i): Panel => ({
      ...(i === 0 ? { title: 'Tokens whose posterior goes on and off with a period near 2 steps' } : {}),
      plot: sheet.plot({
        ...margins,
        marginTop: 18,
        marginBottom: i === data.onAndOff.length - 1 ? 32 : 14,
        height: i === data.onAndOff.length - 1 ? 96 : 78,
        x: { ...x, ...(i === data.onAndOff.length - 1 ? {} : { label: null, tickFormat: () => '' }) },
        y: { label: null, ticks: 2, zero: true, tickFormat: '~g' },
        marks: [
          measureLines(data.measureSteps, theme),
          Plot.areaY(token.p, {
            x: (_: number, t: number) => t,
            y: (d: number) => d,
            fill: theme.part,
            fillOpacity: 0.55,
            curve: 'step',
          } as Plot.AreaYOptions),
          Plot.text(
            [
              `${token.token}   peak at ${periodText(token.period)} steps, ${fixedText(100 * token.share, 0)} % of its power at 2–2.5 steps, ${token.drawn === 0 ? 'never drawn' : token.drawn === 1 ? 'drawn once' : `drawn ${token.drawn} times`}; p:`,
            ],
            { frameAnchor: 'top-left', dy: -14, textAnchor: 'start', fill: theme.ink },
          ),
          Plot.ruleY([0], { stroke: theme.faint }),
        ],
      }),
    })),
  ];
  return sheet.stack('Heat map of the posterior over the steps with the drawn tokens marked', panels);
}

const tables = (data: PosteriorFigure): Table[] => [
  {
    name: 'surprise',
    header: ['step', 'token', 'surprise (bits)'],
    rows: data.surprise.map((bits, t) => [t, data.vocabulary[data.drawn[t]!]!, bits]),
  },
  matrixTable(
    'posterior-8-bit-log10',
    data.logarithm,
    'token',
    data.vocabulary,
    Array.from({ length: data.logarithm.columns }, (_, t) => `step ${t}`),
  ),
  ...spectrumTables('posterior-by-family', data.families),
  {
    name: 'on-and-off',
    shown: true,
    header: ['token', 'period (steps)', 'share at 2 to 2.5 steps', 'drawn'],
    rows: data.onAndOff.map((d) => [d.token, d.period, d.share, d.drawn]),
  },
];

export const figure: Figure<PosteriorFigure> = { name: 'posterior', number: 13, title: 'The posterior over the steps', draw, tables };
