import * as Plot from '@observablehq/plot';
import { apart } from '../apart.ts';
import type { SectionFigure, SectionSwap } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { fixedText } from '../number.ts';
import { note, Sheet } from '../panels.ts';
import type { FigureOptions } from '../style.ts';
import type { Table } from '../table.ts';
import { inColumns, isNarrow, type Cell } from './columns.ts';

import { setLook, setName } from './set-looks.ts';
import { shareCells, shareHeight, shareInWords, type ShareColumn, type ShareRow } from './share-columns.ts';

/** How far the donors were, in words. */
const doseText = (dose: number): string => (dose === 0 ? 'sham, k = 0' : `k = ${dose > 0 ? '+' : '−'}${Math.abs(dose)}`);

const donorText = (dose: number): string =>
  dose === 0
    ? 'Sham, k = 0: the donor in the same measure of its section'
    : `k = ${dose > 0 ? '+' : '−'}${Math.abs(dose)}: the donor ${Math.abs(dose)} measures ${dose > 0 ? 'further on' : 'back'}`;

/** One dose: R at the end of each measure, a line a set of layers, named at its right end. */
function lines(sheet: Sheet, data: SectionFigure, dose: number, height: number, top: number): Cell {
  const { theme } = sheet;
  const swaps = data.swaps.filter((swap) => swap.dose === dose && swap.r.length > 0);
  const gap = (12 / (height - 60)) * top;
  const ends = swaps.map(({ r }) => r.at(-1)!.r);
  const places = apart(ends, gap, [0, top]);
  const own = data.length;
  const moved = data.length - dose;
  const marks = [{ at: own, text: dose === 0 ? 'end' : 'own end' }, ...(dose > 0 ? [{ at: moved, text: 'moved end' }] : [])];
  return {
    title: donorText(dose),
    yLabel: '↑ R',
    xLabel: 'end of measure',
    marginLeft: 34,
    marginRight: 118,
    options: {
      x: {
        domain: [data.targetMeasure - 0.3, own + 0.1],
        ticks: swaps[0]?.r.map(({ measure }) => measure) ?? [],
        tickFormat: (d: number) => String(d),
        label: null,
        tickSize: 3,
      },
      y: { domain: [0, top], label: null, ticks: 4, tickSize: 3 },
      marks: [
        Plot.ruleY([0], { stroke: theme.rule }),
        Plot.ruleX(marks, { x: 'at', stroke: theme.faint, strokeDasharray: '3,3' }),
        Plot.text(marks, { x: 'at', frameAnchor: 'top', text: 'text', textAnchor: 'end', dx: -4, dy: 2, fill: theme.faint }),
        // What nothing does lies under others as often as not: it is drawn over them.
        ...swaps
          .toSorted((a, b) => Number(a.layers === 'none') - Number(b.layers === 'none'))
          .map((swap) => Plot.line(swap.r, { x: 'measure', y: 'r', ...setLook(swap.layers, theme) })),
        ...swaps.flatMap(({ layers }, i) => {
          const { stroke } = setLook(layers, theme);
          return [
            Plot.link([0], { x1: own, x2: own + 0.1, y1: ends[i]!, y2: places[i]!, stroke, strokeOpacity: 0.6, dx: 2 }),
            Plot.text([`${setName(layers)} ${fixedText(ends[i]!, 2)}`], {
              x: own + 0.1,
              y: places[i]!,
              dx: 5,
              textAnchor: 'start',
              fill: stroke,
            }),
          ];
        }),
      ],
    },
  };
}

/** Figure 11: what an interchange does to the end of the section, and which layers carry how much of it. */
function draw(data: SectionFigure, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const { theme } = sheet;
  const doses = [...new Set(data.swaps.map(({ dose }) => dose))].filter((dose) => dose !== 0).toSorted((a, b) => b - a);
  const top = Math.max(0.1, ...data.swaps.flatMap(({ r }) => r.map((end) => end.r)));
  const [first] = data.swaps;
  const shared = (dose: number): SectionSwap[] =>
    data.swaps.filter((of) => of.dose === dose && of.layers !== 'none' && of.layers !== 'all');
  const row = ({ layers }: SectionSwap, value: number | null, low: number | null, high: number | null): ShareRow => {
    const { stroke, strokeDasharray } = setLook(layers, theme);
    return { name: setName(layers), colour: stroke, ...(strokeDasharray === undefined ? {} : { dash: strokeDasharray }), value, low, high };
  };
  const lost = doses.map((dose): ShareColumn => ({
    title: `${doseText(dose)}: share of the loss at the own end`,
    rows: shared(dose).map((swap) => row(swap, swap.ownLost, swap.ownLow, swap.ownHigh)),
  }));
  const gained = doses
    .filter((dose) => dose > 0)
    .map((dose): ShareColumn => ({
      title: `${doseText(dose)}: share of the gain at the moved end`,
      rows: shared(dose).map((swap) => row(swap, swap.movedShare, swap.movedLow, swap.movedHigh)),
    }));
  const columns = [...lost, ...gained].filter(({ rows }) => rows.length > 0);
  const lower = shareHeight(Math.max(4, ...columns.map(({ rows }) => rows.length)));
  const upper = isNarrow(sheet) ? 220 : 240;
  const cells = [...shareCells(theme, columns, '0 nothing, 1 as all layers'), lines(sheet, data, 0, lower, top)];
  return sheet.stack(inWords(data), [
    {
      title: `R, the probability that the section ends given that a bar comes: sections of ${data.length} measures, ${data.meter}`,
      plot: note(sheet, [
        `${data.sections} sections${first === undefined ? '' : `, ${first.pairs} interchanges in ${first.tunes} tunes`}; layers take another section’s state in the middle of measure ${data.targetMeasure}.`,
        'A line a set of layers, its name and R at the own end at the right.',
      ]),
    },
    ...inColumns(
      sheet,
      doses.map((dose) => lines(sheet, data, dose, upper, top)),
      upper,
    ),
    ...inColumns(sheet, cells, lower),
  ]);
}

/** What was found, for a reader who does not see it. */
const inWords = ({ length, meter, swaps }: SectionFigure): string =>
  `The section's end in sections of ${length} measures, ${meter}. ` +
  swaps
    .filter(({ r }) => r.length > 0)
    .map(
      (swap) =>
        `${setName(swap.layers)}, ${doseText(swap.dose)}: ${fixedText(swap.r.at(-1)!.r, 2)} at the own end${swap.ownLost === null || swap.layers === 'all' ? '' : `, share lost ${shareInWords({ value: swap.ownLost, low: swap.ownLow, high: swap.ownHigh })}`}.`,
    )
    .join(' ');

const tables = ({ swaps }: SectionFigure): Table[] => [
  {
    name: 'shares',
    shown: true,
    header: [
      'layers',
      'k (measures)',
      'interchanges',
      'tunes',
      'share lost at the own end',
      'low',
      'high',
      'share gained at the moved end',
      'low',
      'high',
    ],
    rows: swaps
      .filter(({ layers }) => layers !== 'none')
      .map((swap) => [
        swap.layers,
        swap.dose,
        swap.pairs,
        swap.tunes,
        swap.ownLost,
        swap.ownLow,
        swap.ownHigh,
        swap.movedShare,
        swap.movedLow,
        swap.movedHigh,
      ]),
  },
  {
    name: 'ends',
    header: ['layers', 'k (measures)', 'measure', 'R'],
    rows: swaps.flatMap(({ layers, dose, r }) => r.map(({ measure, r: value }) => [layers, dose, measure, value])),
  },
];

export const figure: Figure<SectionFigure> = {
  name: 'section',
  number: 11,
  title: 'The longer count: measures to the repeat',
  fits: true,
  draw,
  tables,
};
