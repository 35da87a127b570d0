import * as Plot from '@observablehq/plot';
import type { WindowResponsesFigure } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { fixedText } from '../number.ts';
import { legend, Sheet } from '../panels.ts';
import type { FigureOptions } from '../style.ts';
import type { Table } from '../table.ts';

/** Figure 8: the responses of the windows, with their widths at −6 dB and their first sidelobes. */
function draw(data: WindowResponsesFigure, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const { theme } = sheet;
  const colour = (i: number): string => theme.curves[i]!;
  const last = data.frequencies.at(-1)!;
  return sheet.stack(`Responses of windows of length ${data.length} in dB`, [
    {
      plot: legend(
        sheet,
        data.windows.map((w, i) => ({
          name: `${w.name}: ${fixedText(2 * w.halfWidth, 4)} cycles/step wide at −6 dB, sidelobe ${fixedText(w.sidelobeDecibels, 1)} dB`,
          colour: colour(i),
          ...(i === 1 ? { dash: '5,3' } : {}),
        })),
      ),
    },
    {
      plot: sheet.plot({
        height: 300,
        marginBottom: 36,
        marginTop: 18,
        x: {
          domain: [0, last],
          label: `frequency (cycles a step) for a window of ${data.length} steps`,
          labelAnchor: 'right',
          labelArrow: 'none',
          ticks: 8,
        },
        y: { domain: [-80, 3], label: '↑ dB', labelArrow: 'none', ticks: 5 },
        marks: [
          Plot.ruleY([-20, -40, -60], { stroke: theme.rule, strokeWidth: 0.75 }),
          Plot.ruleY([-6.02], { stroke: theme.faint, strokeDasharray: '2,3' }),
          Plot.text(['−6 dB'], { x: last, y: -6.02, dy: -7, textAnchor: 'end', fill: theme.faint }),
          ...data.windows.map((w, i) =>
            Plot.line(data.frequencies, {
              x: (d: number) => d,
              y: (_, k: number) => w.decibels[k]!,
              stroke: colour(i),
              strokeWidth: 1.7,
              clip: true,
              ...(i === 1 ? { strokeDasharray: '5,3' } : {}),
            } as Plot.LineOptions),
          ),
          ...data.windows.flatMap((w, i) => [
            Plot.dot([w], { x: 'halfWidth', y: -6.02, r: 3.5, fill: colour(i) }),
            Plot.dot([w], { x: 'sidelobe', y: 'sidelobeDecibels', r: 3.5, stroke: colour(i), strokeWidth: 1.6, fill: theme.paper }),
            Plot.text([w], {
              x: 'sidelobe',
              y: 'sidelobeDecibels',
              text: (d) => `${fixedText(1 / d.sidelobe, 1)} steps from DC`,
              dx: 7,
              dy: -7,
              textAnchor: 'start',
              fill: colour(i),
            }),
          ]),
        ],
      }),
    },
  ]);
}

const tables = (data: WindowResponsesFigure): Table[] => [
  {
    name: 'windows',
    shown: true,
    header: ['window', 'half width (cycles a step)', 'first sidelobe (cycles a step)', 'first sidelobe (dB)'],
    rows: data.windows.map((w) => [w.name, w.halfWidth, w.sidelobe, w.sidelobeDecibels]),
  },
  {
    name: 'responses',
    header: ['frequency (cycles a step)', ...data.windows.map((w) => `${w.name} dB`)],
    rows: data.frequencies.map((f, k) => [f, ...data.windows.map((w) => w.decibels[k]!)]),
  },
];

export const figure: Figure<WindowResponsesFigure> = { name: 'windowResponses', number: 8, title: 'The windows', draw, tables };
