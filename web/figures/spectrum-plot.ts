import * as Plot from '@observablehq/plot';
import { periodAxis, periodScale } from './axes.ts';
import { fixedText } from './number.ts';
import { frequencyOf, periodText } from './period.ts';
import type { SpectrumPanel, SpectrumPeak } from './contract/study.ts';
import { legend, type Panel, type Sheet } from './panels.ts';
import { curveColour } from './style.ts';
import type { Table } from './table.ts';
import { peakMarks } from './verdict.ts';

/** How far down a spectrum's axis goes under its highest point, in dB. */
const deepest = 50;

/**
 * The curves of a panel in dB over period, with bands and named peaks, and the legend over them.
 * @param height of the plot in pixels.
 */
export function spectrumPlot(sheet: Sheet, panel: SpectrumPanel, height = 330): Panel[] {
  const { theme } = sheet;
  const top = Math.max(...panel.curves.flatMap((curve) => curve.high ?? curve.decibels));
  const lowest = Math.min(...panel.curves.flatMap((curve) => curve.decibels));
  const domain: [number, number] = [Math.max(lowest - 1, top - deepest), top + 4];
  const dash = (name: string): string | undefined => (name === 'posterior' ? '5,3' : name.endsWith('tokens') ? '2,2' : undefined);
  const points = (values: readonly number[]) => panel.frequencies.map((f, k) => ({ f, v: values[k]! }));
  const named = namedPeaks(panel);
  const entries = panel.curves.map(({ name }) => ({
    name,
    colour: curveColour(name, theme),
    ...(dash(name) ? { dash: dash(name)! } : {}),
  }));
  return [
    { title: panel.title, plot: legend(sheet, entries) },
    {
      plot: sheet.plot({
        height,
        marginBottom: 32,
        marginTop: 18,
        x: periodScale([0, panel.frequencies.at(-1)!]),
        y: { domain, label: '↑ dB', labelArrow: 'none', ticks: 6 },
        marks: [
          ...periodAxis(theme, true, [0, panel.frequencies.at(-1)!]),
          ...panel.curves.flatMap(({ name, low, high }) =>
            low === null || high === null
              ? []
              : [
                  Plot.areaY(
                    panel.frequencies.map((f, k) => ({ f, low: low[k]!, high: high[k]! })),
                    { x: 'f', y1: 'low', y2: 'high', fill: curveColour(name, theme), fillOpacity: 0.22, clip: true },
                  ),
                ],
          ),
          ...panel.curves.map(({ name, decibels }) =>
            Plot.line(points(decibels), {
              x: 'f',
              y: 'v',
              stroke: curveColour(name, theme),
              strokeWidth: 1.4,
              clip: true,
              ...(dash(name) ? { strokeDasharray: dash(name)! } : {}),
            }),
          ),
          ...panel.peaks.map((peak) =>
            Plot.dot([peak], {
              x: frequencyOf(peak.period),
              y: peak.decibels,
              r: 3,
              stroke: curveColour(peak.curve, theme),
              strokeWidth: 1.4,
              clip: true,
              fill: peakMarks[peak.verdict].filled ? curveColour(peak.curve, theme) : theme.paper,
              symbol: peak.onlyHere ? 'diamond' : peakMarks[peak.verdict].symbol,
              title: () =>
                `${peak.curve}: ${periodText(peak.period)} steps, ${fixedText(peak.decibels, 1)} dB, prominence ${fixedText(peak.prominence, 1)} dB, ${peak.family}, ${peak.verdict}${peak.onlyHere ? ', only under this window' : ''}`,
            }),
          ),
          Plot.text(named, {
            x: (peak) => frequencyOf(peak.period),
            y: (peak) => peak.decibels,
            text: (peak: SpectrumPeak) => `${periodText(peak.period)}${peakMarks[peak.verdict].doubt}${peak.onlyHere ? '◆' : ''}`,
            dy: -9,
            fontWeight: 600,
            fill: theme.ink,
            stroke: theme.paper,
            strokeWidth: 3,
          }),
        ],
      }),
    },
  ];
}

/** One label for peaks that lie together: the highest of them. */
function namedPeaks(panel: SpectrumPanel): SpectrumPeak[] {
  const apart = 0.018;
  const named: SpectrumPeak[] = [];
  for (const peak of panel.peaks.toSorted((a, b) => b.decibels - a.decibels)) {
    if (named.every((other) => Math.abs(frequencyOf(other.period) - frequencyOf(peak.period)) > apart)) named.push(peak);
  }
  return named;
}

/** The curves' numbers and the peaks', as tables. */
export function spectrumTables(name: string, panel: SpectrumPanel): Table[] {
  const { curves, frequencies, peaks } = panel;
  const columns = curves.flatMap((curve) => [
    { header: `${curve.name} dB`, values: curve.decibels },
    ...(curve.low === null || curve.high === null
      ? []
      : [
          { header: `${curve.name} low dB`, values: curve.low },
          { header: `${curve.name} high dB`, values: curve.high },
        ]),
  ]);
  return [
    {
      name,
      header: ['frequency (cycles a step)', 'period (steps)', ...columns.map(({ header }) => header)],
      rows: frequencies.map((f, k) => [f, f === 0 ? 'inf' : Number((1 / f).toPrecision(6)), ...columns.map(({ values }) => values[k]!)]),
    },
    ...(peaks.length === 0
      ? []
      : [
          {
            name: `${name}-peaks`,
            shown: true,
            header: ['curve', 'period (steps)', 'level (dB)', 'prominence (dB)', 'family', 'bins off', 'verdict', 'only under this window'],
            rows: peaks.map((peak) => [
              peak.curve,
              peak.period,
              peak.decibels,
              peak.prominence,
              peak.family,
              peak.binsOff,
              peak.verdict,
              peak.onlyHere === null ? null : String(peak.onlyHere),
            ]),
          },
        ]),
  ];
}
