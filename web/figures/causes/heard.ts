import type { HeardFigure } from '../contract/study.ts';
import type { Figure } from '../figure.ts';
import { measureBlocks, type ComparedTune } from '../measure-blocks.ts';
import { note, Sheet } from '../panels.ts';
import type { FigureOptions } from '../style.ts';
import type { Table } from '../table.ts';
import { tokenTables } from '../token-tables.ts';
import { tokenStrip } from '../token-strip.ts';

/** The two tunes, with the push in both and the first difference in the pushed one. */
function tunes({ tune, pushed, firstDivergence, step, dose }: HeardFigure): [ComparedTune, ComparedTune] {
  return [
    { tune, firstDivergence: null, done: { step, text: 'where the other’s clock is pushed on' } },
    { tune: pushed, firstDivergence, done: { step, text: `clock pushed on by ${dose} eighths` } },
  ];
}

/** Figure 10: a tune and the same with its clock pushed on, measure by measure and token by token. */
function draw(data: HeardFigure, options: FigureOptions): SVGSVGElement {
  const sheet = new Sheet(options);
  const [own, pushed] = tunes(data);
  const { firstDivergence } = data;
  return sheet.stack(inWords(data), [
    measureBlocks(
      sheet,
      [{ ...own, done: pushed.done! }, pushed],
      `The same random numbers, but layer ${data.layer}’s memory takes, once, a state from ${data.dose} eighths further on`,
    ),
    tokenStrip(sheet, own.tune, null, `Tokens ${own.tune.name}`, data.step),
    tokenStrip(sheet, pushed.tune, firstDivergence, `Tokens ${pushed.tune.name}`, data.step),
    {
      plot: note(sheet, [
        `Strong upright: the end of step ${data.step}, in measure ${data.measure}, where the state is exchanged.` +
          (firstDivergence === null ? ' No token differs.' : ` Framed: the first token that differs, at step ${firstDivergence}.`),
      ]),
    },
  ]);
}

/** What the two tunes have, for a reader who does not see them. */
const inWords = ({ tune, pushed, firstDivergence, step, measure, layer, dose }: HeardFigure): string =>
  `Two tunes by measures and tokens. ${tune.name}: ${tune.counted} of ${tune.total} measures counted; ${pushed.name}: ${pushed.counted} of ${pushed.total}. ` +
  `The clock of layer ${layer} is pushed on by ${dose} eighths at the end of step ${step}, in measure ${measure}; ` +
  (firstDivergence === null ? 'no token differs.' : `the first token that differs is that of step ${firstDivergence}.`);

const tables = ({ tune, pushed }: HeardFigure): Table[] => [...tokenTables('own', tune), ...tokenTables('pushed', pushed)];

export const figure: Figure<HeardFigure> = {
  name: 'heard',
  number: 10,
  title: 'One tune, its clock pushed on',
  fits: true,
  draw,
  tables,
  tunes,
};
