import * as Plot from '@observablehq/plot';
import { answer } from './answer.ts';
import { controlPlot, controlTables } from './control.ts';
import type { ExcisionFigure } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { measureBlocks, type ComparedTune } from '../measure-blocks.ts';
import { numberText } from '../number.ts';
import { Sheet, type Panel } from '../panels.ts';
import type { FigureOptions } from '../style.ts';
import type { Table } from '../table.ts';
import { tokenTables } from '../token-tables.ts';
import { tokenStrip } from '../token-strip.ts';

/** Figure 6: the tunes without the units that beat with the measures, what the threshold takes, and the control. */
function draw(data: ExcisionFigure, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const { theme } = sheet;
  const first = data.cuts[0];
  const panels: Panel[] = [
    measureBlocks(
      sheet,
      [{ tune: data.baseline, firstDivergence: null }, ...data.cuts],
      'Measures of the studied tune and of the cut networks, same random numbers',
    ),
    ...(first === undefined
      ? []
      : [
          tokenStrip(
            sheet,
            first.tune,
            first.firstDivergence,
            `${first.tune.name}: ${first.selection}, ${first.units.length} of ${first.unitsInLayer} units${first.firstDivergence === null ? '' : `; the first token that differs is framed (step ${first.firstDivergence})`}`,
          ),
        ]),
    {
      title: `What the threshold of ${100 * (data.conventions[0]?.threshold ?? 0)} % in [${data.band.map((p) => numberText(p, 4)).join(', ')}] steps takes of layer 1, by convention`,
      plot: sheet.plot({
        height: 26 * data.conventions.length + 56,
        marginLeft: 190,
        marginTop: 20,
        marginBottom: 36,
        marginRight: 90,
        x: {
          domain: [0, 1],
          percent: false,
          tickFormat: (d: number) => `${Math.round(100 * d)} %`,
          label: 'share of the layer',
          labelAnchor: 'right',
          labelArrow: 'none',
          ticks: 5,
          tickSize: 3,
        },
        y: { domain: data.conventions.map((d) => d.convention), label: null, tickSize: 0 },
        marks: [
          Plot.ruleX([0.33], { stroke: theme.accent, strokeDasharray: '4,3' }),
          Plot.barX(data.conventions, { x: 'share', y: 'convention', fill: theme.part, inset: 3 }),
          Plot.text(data.conventions, {
            x: 'share',
            y: 'convention',
            text: (d) => `${d.units} units`,
            dx: 6,
            textAnchor: 'start',
            fill: theme.ink,
          }),
          Plot.text(['the article: 33 %'], {
            x: 0.33,
            frameAnchor: 'top',
            dy: -12,
            fill: theme.accent,
            fontSize: 9.5,
            stroke: theme.paper,
            strokeWidth: 3,
          }),
        ],
      }),
    },
    ...(data.control === null ? [] : controlPlot(sheet, data.control)),
  ];
  return sheet.stack('Measures of the tunes written by the cut networks beside the studied tune', panels);
}

const tables = (data: ExcisionFigure): Table[] => [
  {
    name: 'cuts',
    shown: true,
    header: [
      'tune',
      'layer',
      'selection',
      'units cut',
      'units in layer',
      'first divergence (step)',
      'measures',
      'counted',
      'strictly counted',
      'plan',
    ],
    rows: data.cuts.map((cut) => [
      cut.tune.name,
      cut.layer,
      cut.selection,
      cut.units.length,
      cut.unitsInLayer,
      cut.firstDivergence,
      cut.tune.total,
      cut.tune.counted,
      cut.tune.strictlyCounted,
      cut.plan,
    ]),
  },
  {
    name: 'units-cut',
    header: ['tune', 'layer', 'unit'],
    rows: data.cuts.flatMap((cut) => cut.units.map((unit) => [cut.tune.name, cut.layer, unit])),
  },
  {
    name: 'conventions',
    shown: true,
    header: ['convention', 'threshold', 'units', 'share'],
    rows: data.conventions.map((d) => [d.convention, d.threshold, d.units, d.share]),
  },
  {
    name: 'beating',
    header: ['layer', 'units that beat with the measures', 'of those cut', 'units in layer', 'tested', 'tunes'],
    rows: data.beating.map((d) => [d.layer, d.units, d.amongCut, d.unitsInLayer, d.tested, d.tunes]),
  },
  ...data.cuts.flatMap((cut, i) => tokenTables(`cut-${i + 1}`, cut.tune)),
  ...(data.control === null ? [] : controlTables(data.control)),
];

const tunes = ({ baseline, cuts }: ExcisionFigure): ComparedTune[] => [{ tune: baseline, firstDivergence: null }, ...cuts];

export const figure: Figure<ExcisionFigure> = {
  name: 'excision',
  number: 6,
  title: 'Cutting the units that beat with the measures',
  draw,
  tables,
  tunes,
  answer,
  verdicts: true,
};
