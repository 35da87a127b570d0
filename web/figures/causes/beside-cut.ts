import * as Plot from '@observablehq/plot';
import type { BesideCutFigure, BesideCutLayer, CutContrast, VerdictKind } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { fixedText } from '../number.ts';
import { broken, note, Sheet } from '../panels.ts';
import { layerColour, type FigureOptions, type Theme } from '../style.ts';
import type { Table } from '../table.ts';
import { verdictSigns } from './claims.ts';
import { columnsIn, inColumns, type Cell } from './columns.ts';
import { estimateText } from './estimates.ts';

const inkOf = (verdict: VerdictKind, theme: Theme): string =>
  verdict === 'supported' ? theme.curves[2]! : verdict === 'contradicted' ? theme.accent : theme.faint;

/** Where the lines of a layer are, in pixels from its top: the first cut and the second, each over its verdict. */
const lines = [12, 54] as const;
const word = 15;
/** The least height of a layer, and that where its one line stands alone. */
const least = 92;
const alone = 46;

const name = ({ layer }: BesideCutLayer): string => `layer ${layer}`;

/** One way of cutting a layer, on its line. */
interface Line {
  of: BesideCutLayer;
  y: number;
  claim: string;
  verdict: VerdictKind;
  cut: CutContrast;
}

const cuts = (layers: readonly BesideCutLayer[], height: number): Line[] =>
  layers.flatMap((of, i) => [
    { of, y: height * i + lines[0], claim: 'serves counting', verdict: of.serves, cut: of.between },
    { of, y: height * i + lines[1], claim: 'relays the bar', verdict: of.relays, cut: of.at },
  ]);

/** The names of the layers, beside their first line. */
const names = (layers: readonly BesideCutLayer[], height: number, theme: Theme): Plot.Markish =>
  Plot.text(layers, {
    y: (_: BesideCutLayer, i: number) => height * i + lines[0],
    frameAnchor: 'left',
    dx: -10,
    textAnchor: 'end',
    text: name,
    fill: theme.ink,
  } as Plot.TextOptions);

/** A verdict in words under its line. */
const verdictMark = (said: readonly { y: number; claim: string; verdict: VerdictKind }[], theme: Theme): Plot.Markish =>
  Plot.text(said, {
    y: (d: { y: number }) => d.y + word,
    frameAnchor: 'left',
    dx: 5,
    textAnchor: 'start',
    text: (d: { claim: string; verdict: VerdictKind }) => `${verdictSigns[d.verdict]} ${d.claim}: ${d.verdict}`,
    fill: (d: { verdict: VerdictKind }) => inkOf(d.verdict, theme),
    fontWeight: 600,
    stroke: theme.paper,
    strokeWidth: 4,
  } as Plot.TextOptions);

function cutCell({ layers, uncut }: BesideCutFigure, height: number, theme: Theme): Cell {
  const rows = cuts(layers, height);
  const random = rows.flatMap(({ y, cut }) => cut.random.map((value) => ({ y, value })));
  const most = Math.max(1, ...rows.map(({ cut }) => cut.random.length));
  const values = [0, uncut, ...rows.flatMap(({ cut }) => [cut.cut, cut.low, cut.high, ...cut.random])];
  const colour = ({ of }: Line): string => layerColour(of.layer, theme);
  return {
    title: 'A third of the layer’s units cut: what is left?',
    xLabel: 'timing contrast (nats)',
    marginLeft: 50,
    marginRight: 12,
    options: {
      x: { domain: [Math.min(...values), 1.04 * Math.max(1, ...values)], label: null, ticks: 5, tickSize: 3 },
      y: { domain: [0, height * layers.length], reverse: true, axis: null },
      marks: [
        names(layers, height, theme),
        Plot.ruleX([uncut], { stroke: theme.ink, strokeDasharray: '4,3' }),
        Plot.ruleX(random, {
          x: 'value',
          y1: (d: { y: number }) => d.y - 7,
          y2: (d: { y: number }) => d.y + 7,
          stroke: theme.faint,
          strokeOpacity: Math.max(0.16, Math.min(0.75, 12 / most)),
        }),
        Plot.link(rows, { x1: (d) => d.cut.low, x2: (d) => d.cut.high, y1: 'y', y2: 'y', stroke: colour, strokeWidth: 2 }),
        Plot.dot(rows, {
          x: (d: Line) => d.cut.cut,
          y: 'y',
          r: 4.5,
          symbol: 'diamond',
          fill: colour,
          stroke: theme.paper,
          strokeWidth: 1,
          title: (d: Line) => cutInWords(d.cut),
        }),
        verdictMark(rows, theme),
      ],
    },
  };
}

function keptCell(layers: readonly BesideCutLayer[], height: number, theme: Theme, named: boolean): Cell {
  const rows = layers.map((of, i) => ({ of, y: height * i + lines[0], claim: 'keeps the count', verdict: of.keeps }));
  const known = rows.filter(({ of }) => of.f !== null);
  const values = known.flatMap(({ of }) => [of.f!, of.low ?? of.f!, of.high ?? of.f!]);
  type Row = (typeof rows)[number];
  const colour = ({ of }: Row): string => layerColour(of.layer, theme);
  return {
    title: 'Its memory interchanged: what does it carry?',
    xLabel: 'F, share of the moved bar',
    marginLeft: named ? 50 : 8,
    marginRight: 104,
    options: {
      x: { domain: [Math.min(-0.05, ...values), Math.max(1.05, ...values)], label: null, ticks: [0, 0.5, 1], tickSize: 3 },
      y: { domain: [0, height * layers.length], reverse: true, axis: null },
      marks: [
        ...(named ? [names(layers, height, theme)] : []),
        Plot.ruleX([0, 1], { stroke: theme.faint, strokeDasharray: '3,3' }),
        Plot.link(known, {
          x1: ({ of }: Row) => of.low ?? of.f,
          x2: ({ of }: Row) => of.high ?? of.f,
          y1: 'y',
          y2: 'y',
          stroke: colour,
          strokeWidth: 9,
          strokeOpacity: 0.35,
        }),
        Plot.dot(known, { x: ({ of }: Row) => of.f!, y: 'y', r: 3.5, fill: colour, stroke: theme.paper, strokeWidth: 1 }),
        Plot.text(rows, {
          y: 'y',
          frameAnchor: 'right',
          dx: 102,
          textAnchor: 'end',
          text: ({ of }: Row) => estimateText(of.f, of.low, of.high),
          fontVariant: 'tabular-nums',
          fill: theme.ink,
        }),
        verdictMark(rows, theme),
      ],
    },
  };
}

const whyLetter = 6.1;
const whyLine = 13;

function whyCell(layers: readonly BesideCutLayer[], height: number, theme: Theme, width: number): Cell {
  const said = layers.flatMap((of, i) =>
    broken(sentence(of.why), Math.floor(width / whyLetter)).map((text, n) => ({ text, y: height * i + lines[0] + whyLine * n })),
  );
  return {
    title: 'Why the two differ, or agree',
    marginLeft: 4,
    marginRight: 0,
    options: {
      x: { domain: [0, 1], axis: null },
      y: { domain: [0, height * layers.length], reverse: true, axis: null },
      marks: [Plot.text(said, { y: 'y', frameAnchor: 'left', textAnchor: 'start', text: 'text', fill: theme.ink })],
    },
  };
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Figure 13: what cutting says of each layer, what interchanging says, and why the two differ. */
function draw(data: BesideCutFigure, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const { theme } = sheet;
  const { layers } = data;
  const columns = columnsIn(sheet, 3);
  const third = (sheet.width - 36) / 3;
  const whole = columns === 3;
  const most = whole ? Math.max(1, ...layers.map(({ why }) => broken(sentence(why), Math.floor(third / whyLetter)).length)) : 0;
  const height = Math.max(least, whyLine * most + 16);
  const one = columns === 1;
  const kept = one ? alone : height;
  const cut = cutCell(data, height, theme);
  const memory = keptCell(layers, kept, theme, one);
  const cells = whole ? [cut, memory, whyCell(layers, height, theme, third)] : one ? [cut] : [cut, memory];
  return sheet.stack(`What cutting and what interchanging say of each layer. ${layers.map((of) => inWords(of, data.uncut)).join(' ')}`, [
    {
      title: `Two questions, two answers, in ${data.meter}: what a cut takes away, and what the memory carries`,
      plot: note(sheet, [
        'Left, over: cut at the steps that read no bar; under: at those that read one. ◆ without the units, with its interval; │ without as many random units, a set each; dashed: the whole network. Right: F of c and h, with its interval.',
      ]),
    },
    ...inColumns(sheet, cells, height * layers.length + 64, columns),
    ...(one ? inColumns(sheet, [memory], kept * layers.length + 64, columns) : []),
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

const cutInWords = ({ cut, low, high, randomMean }: CutContrast): string =>
  `${estimateText(cut, low, high)} nats, without random ones ${fixedText(randomMean, 2)}`;

const inWords = (of: BesideCutLayer, uncut: number): string =>
  `Layer ${of.layer}: timing contrast ${fixedText(uncut, 2)} nats; ${of.units} units cut between bars ${cutInWords(of.between)}, at bars ${cutInWords(of.at)}; serves counting: ${of.serves}; relays the bar: ${of.relays}; keeps the count: ${of.keeps}, F ${estimateText(of.f, of.low, of.high)}. ${sentence(of.why)}`;

const tables = ({ layers, uncut }: BesideCutFigure): Table[] => [
  {
    name: 'beside-the-cut',
    shown: true,
    header: ['layer', 'units cut', 'serves counting', 'relays the bar', 'keeps the count', 'F', 'low', 'high', 'why'],
    rows: layers.map((of) => [of.layer, of.units, of.serves, of.relays, of.keeps, of.f, of.low, of.high, sentence(of.why)]),
  },
  {
    name: 'timing-contrast',
    shown: true,
    header: ['layer', 'cut', 'whole network (nats)', 'without the units (nats)', 'low', 'high', 'without random ones, mean', 'random sets'],
    rows: layers.flatMap((of) =>
      (
        [
          ['between bars', of.between],
          ['at bars', of.at],
        ] as const
      ).map(([where, cut]) => [of.layer, where, uncut, cut.cut, cut.low, cut.high, cut.randomMean, cut.random.length]),
    ),
  },
  {
    name: 'random-sets',
    header: ['layer', 'cut', 'set', 'without it (nats)'],
    rows: layers.flatMap((of) =>
      (
        [
          ['between bars', of.between],
          ['at bars', of.at],
        ] as const
      ).flatMap(([where, { random }]) => random.map((value, set) => [of.layer, where, set, value])),
    ),
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
