import * as Plot from '@observablehq/plot';
import type { BesideCutFigure, BesideCutLayer, VerdictKind } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { fixedText } from '../number.ts';
import { broken, note, Sheet } from '../panels.ts';
import { layerColour, type FigureOptions, type Theme } from '../style.ts';
import type { Table } from '../table.ts';
import { columnsIn, inColumns, type Cell } from './columns.ts';

const signs: Record<VerdictKind, string> = { supported: '✓', contradicted: '✗', undetermined: '?' };
const inkOf = (verdict: VerdictKind, theme: Theme): string =>
  verdict === 'supported' ? theme.curves[2]! : verdict === 'contradicted' ? theme.accent : theme.faint;

/** How far the line of a layer stands over the middle of its row. */
const lift = -14;

/** A verdict under its layer's line. */
interface Said {
  layer: string;
  claim: string;
  verdict: VerdictKind;
}

const name = ({ layer }: BesideCutLayer): string => `layer ${layer}`;

/** The names of the layers, beside their lines. */
const names = (layers: readonly BesideCutLayer[], theme: Theme): Plot.Markish =>
  Plot.text(layers, { y: name, frameAnchor: 'left', dx: -10, dy: lift, textAnchor: 'end', text: name, fill: theme.ink });

/** Verdicts as words under the lines of their layers, the n-th of a layer one line lower. */
const verdicts = (said: readonly Said[], theme: Theme, nth: number): Plot.Markish =>
  Plot.text(said, {
    y: 'layer',
    frameAnchor: 'left',
    dx: 5,
    dy: 6 + 14 * nth,
    textAnchor: 'start',
    text: (d: Said) => `${signs[d.verdict]} ${d.claim}: ${d.verdict}`,
    fill: (d: Said) => inkOf(d.verdict, theme),
    fontWeight: 600,
  });

function cutCell(layers: readonly BesideCutLayer[], theme: Theme): Cell {
  const values = layers.flatMap(({ cut, random, uncut }) => [cut, random, uncut]).filter((value) => value !== null);
  const known = (member: 'cut' | 'random' | 'uncut') => layers.filter((of) => of[member] !== null);
  const widest = layers.filter(({ cut, uncut }) => cut !== null && uncut !== null);
  return {
    title: 'A third of the layer’s units cut: what is lost?',
    xLabel: 'timing contrast (nats)',
    marginLeft: 50,
    marginRight: 12,
    options: {
      x: { domain: [Math.min(0, ...values), Math.max(1, ...values) * 1.04], label: null, ticks: 5, tickSize: 3 },
      y: { type: 'band', domain: layers.map(name), axis: null, padding: 0 },
      marks: [
        names(layers, theme),
        Plot.text(
          layers.filter(({ cut }) => cut === null),
          { y: name, frameAnchor: 'left', dx: 5, dy: lift, textAnchor: 'start', text: () => 'not measured', fill: theme.faint },
        ),
        Plot.link(widest, { x1: 'cut', x2: 'uncut', y1: name, y2: name, stroke: theme.rule, strokeWidth: 1.5, dy: lift }),
        Plot.text(known('uncut'), { x: 'uncut', y: name, text: () => '┃', fill: theme.ink, dy: lift, fontWeight: 700 }),
        Plot.text(known('random'), { x: 'random', y: name, text: () => '│', fill: theme.faint, dy: lift, fontWeight: 700 }),
        Plot.dot(known('cut'), {
          x: 'cut',
          y: name,
          r: 4.5,
          symbol: 'diamond',
          fill: (d: BesideCutLayer) => layerColour(d.layer, theme),
          stroke: theme.paper,
          strokeWidth: 1,
          dy: lift,
          title: (d: BesideCutLayer) => cutInWords(d),
        }),
        ...['serves counting', 'relays the bar'].map((claim, nth) =>
          verdicts(
            layers.map((of) => ({ layer: name(of), claim, verdict: nth === 0 ? of.serves : of.relays })),
            theme,
            nth,
          ),
        ),
      ],
    },
  };
}

function keptCell(layers: readonly BesideCutLayer[], theme: Theme, named: boolean): Cell {
  const known = layers.filter(({ f }) => f !== null);
  const values = known.map(({ f }) => f!);
  return {
    title: 'Its memory interchanged: what does it carry?',
    xLabel: 'F, share of the moved bar',
    marginLeft: named ? 50 : 8,
    marginRight: 40,
    options: {
      x: { domain: [Math.min(0, ...values), Math.max(1, ...values)], label: null, ticks: 5, tickSize: 3 },
      y: { type: 'band', domain: layers.map(name), axis: null, padding: 0 },
      marks: [
        ...(named ? [names(layers, theme)] : []),
        Plot.ruleX([0, 1], { stroke: theme.faint, strokeDasharray: '3,3' }),
        Plot.link(known, { x1: 0, x2: 'f', y1: name, y2: name, stroke: theme.rule, strokeWidth: 1.5, dy: lift }),
        Plot.dot(known, {
          x: 'f',
          y: name,
          r: 4.5,
          fill: (d: BesideCutLayer) => layerColour(d.layer, theme),
          stroke: theme.paper,
          strokeWidth: 1,
          dy: lift,
        }),
        Plot.text(layers, {
          y: name,
          frameAnchor: 'right',
          dx: 38,
          dy: lift,
          textAnchor: 'end',
          text: (d: BesideCutLayer) => (d.f === null ? '–' : fixedText(d.f, 2)),
          fill: theme.ink,
        }),
        verdicts(
          layers.map((of) => ({ layer: name(of), claim: 'keeps the count', verdict: of.keeps })),
          theme,
          0,
        ),
      ],
    },
  };
}

const whyLetter = 5.9;

function whyCell(layers: readonly BesideCutLayer[], theme: Theme, width: number): Cell {
  const lines = layers.flatMap((of) => broken(of.why, Math.floor(width / whyLetter)).map((text, n) => ({ layer: name(of), text, n })));
  return {
    title: 'Why the two differ, or agree',
    marginLeft: 4,
    marginRight: 0,
    options: {
      x: { domain: [0, 1], axis: null },
      y: { type: 'band', domain: layers.map(name), axis: null, padding: 0 },
      marks: [...new Set(lines.map(({ n }) => n))].map((n) =>
        Plot.text(
          lines.filter((line) => line.n === n),
          { y: 'layer', frameAnchor: 'left', dy: lift + 13 * n, textAnchor: 'start', text: 'text', fill: theme.ink },
        ),
      ),
    },
  };
}

/** Figure 13: what cutting says of each layer, what interchanging says, and why the two differ. */
function draw({ layers }: BesideCutFigure, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const { theme } = sheet;
  const columns = columnsIn(sheet, 3);
  const third = (sheet.width - 36) / 3;
  const most = Math.max(1, ...layers.map(({ why }) => broken(why, Math.floor(third / whyLetter)).length));
  const whole = columns === 3;
  const rowHeight = whole ? Math.max(62, 13 * most + 14) : 62;
  const cells = [cutCell(layers, theme), keptCell(layers, theme, columns === 1), ...(whole ? [whyCell(layers, theme, third)] : [])];
  return sheet.stack(`What cutting and what interchanging say of each layer. ${layers.map(inWords).join(' ')}`, [
    {
      title: 'Two questions, two answers: what a cut takes away, and what the memory carries',
      plot: note(sheet, [
        'Left: ◆ without the units, ┃ the whole network, │ without as many random units (mean of sets). Right: F of c and h.',
      ]),
    },
    ...inColumns(sheet, cells, rowHeight * layers.length + 64, columns),
    ...(!whole
      ? [
          {
            title: 'Why the two differ, or agree',
            plot: note(
              sheet,
              layers.map((of) => `Layer ${of.layer}: ${of.why}`),
            ),
          },
        ]
      : []),
  ]);
}

const nats = (value: number | null): string => (value === null ? 'not measured' : fixedText(value, 2));
const cutInWords = ({ cut, random, uncut, units }: BesideCutLayer): string =>
  `timing contrast ${nats(uncut)} nats, without ${units} units ${nats(cut)}, without random ones ${nats(random)}`;

const inWords = (of: BesideCutLayer): string =>
  `Layer ${of.layer}: ${cutInWords(of)}; serves counting: ${of.serves}; relays the bar: ${of.relays}; keeps the count: ${of.keeps}, F ${of.f === null ? 'not measured' : fixedText(of.f, 2)}. ${of.why}`;

const tables = ({ layers }: BesideCutFigure): Table[] => [
  {
    name: 'beside-the-cut',
    shown: true,
    header: [
      'layer',
      'units cut',
      'timing contrast without them (nats)',
      'without random ones, mean',
      'of the whole network',
      'serves counting',
      'relays the bar',
      'keeps the count',
      'F',
      'why',
    ],
    rows: layers.map((of) => [of.layer, of.units, of.cut, of.random, of.uncut, of.serves, of.relays, of.keeps, of.f, of.why]),
  },
];

export const figure: Figure<BesideCutFigure> = {
  name: 'besideCut',
  number: 13,
  title: 'Beside the cut: two questions, two answers',
  fits: true,
  draw,
  tables,
};
