import * as Plot from '@observablehq/plot';
import { measureLines } from '../axes.ts';
import type { StimulationFigure } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { measureBlocks, type ComparedTune } from '../measure-blocks.ts';
import { Sheet, type Panel } from '../panels.ts';
import type { FigureOptions } from '../style.ts';
import type { Table } from '../table.ts';
import { tokenTables } from '../token-tables.ts';
import { tokenStrip } from '../token-strip.ts';

/** Figure 15: the tunes of the stimulated networks, and how far the stimulus moved the posterior at each step. */
function draw(data: StimulationFigure, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const { theme } = sheet;
  const panels: Panel[] = [
    measureBlocks(
      sheet,
      [{ tune: data.baseline, firstDivergence: null }, ...data.runs],
      `Measures under a stimulus of ${data.weights[0]} of the token drawn and ${data.weights[1]} of a random pitch`,
    ),
    ...data.runs.flatMap((run): Panel[] => [
      tokenStrip(sheet, run.tune, run.firstDivergence),
      {
        title: `${run.tune.name}: how far the stimulus moved the posterior`,
        plot: sheet.plot({
          height: 130,
          marginTop: 16,
          marginBottom: 34,
          x: { domain: [-0.5, run.moved.length - 0.5], label: 'step', labelAnchor: 'right', labelArrow: 'none' },
          y: { label: '↑ Jensen–Shannon divergence (bits)', labelArrow: 'none', ticks: 4, zero: true },
          marks: [
            measureLines(run.tune.measureSteps, theme),
            Plot.ruleX(run.moved, {
              x: (_: number, t: number) => t,
              y: (d: number) => d,
              stroke: theme.curves[1]!,
              strokeWidth: 2.4,
              title: (d: number, t: number) => `step ${t}: ${d} bits${run.others[t] ? `, with ${run.others[t]}` : ''}`,
            } as Plot.RuleXOptions),
            Plot.ruleY([0], { stroke: theme.faint }),
          ],
        }),
      },
    ]),
  ];
  return sheet.stack('Measures and tokens of the tunes written under two-hot stimulation', panels);
}

const tables = (data: StimulationFigure): Table[] =>
  data.runs.flatMap((run, i) => [
    {
      name: `stimulated-${i + 1}`,
      header: ['step', 'token', 'other token', 'divergence (bits)'],
      rows: run.tune.tokens.map((token, t) => [t, token, run.others[t] ?? null, run.moved[t] ?? null]),
    },
    tokenTables(`stimulated-${i + 1}`, run.tune)[1]!,
  ]);

const tunes = ({ baseline, runs }: StimulationFigure): ComparedTune[] => [{ tune: baseline, firstDivergence: null }, ...runs];

export const figure: Figure<StimulationFigure> = {
  name: 'stimulation',
  number: 15,
  title: 'Stimulation with two tokens at once',
  draw,
  tables,
  tunes,
};
