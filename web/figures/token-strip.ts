import * as Plot from '@observablehq/plot';
import type { StudyTune } from './contract/study.ts';
import { broken, type Panel, type Sheet } from './panels.ts';
import { monospace } from './style.ts';
import { countingOf, verdictColour, verdictText } from './verdict.ts';

/** Columns in a line, and pixels that one needs at least. */
const most = 38;
const least = 21;
const lineHeight = 44;
/** The least size of its letters, and the width of one of the monospaced font at a size of one. */
const smallest = 9.5;
const letter = 0.61;
/** A generous width of a letter of what is written under the strip, and the height of its line. */
const legendLetter = 5.2;
const legendLine = 12;

/** Where the cells are: tokens whose letters want more room than a column has have two. */
function cellsOf(
  tokens: readonly string[],
  perLine: number,
  column: number,
): { token: string; step: number; line: number; x1: number; x2: number }[] {
  let line = 0;
  let x = 0;
  return tokens.map((token, step) => {
    const wide = Math.min(perLine, Math.ceil((smallest * letter * token.length + 2) / column));
    if (x + wide > perLine) {
      line++;
      x = 0;
    }
    x += wide;
    return { token, step, line, x1: x - wide, x2: x };
  });
}

/**
 * A tune's tokens, one cell a step, in lines of as many as there is room for, with the verdict under each measure; the first
 * differing step is framed.
 * @param done a step at whose end something is done: an upright behind its cell.
 * @param names [T] what the tokens sound, where the tune is shown in another key; a token stands small under a name that is another.
 */
export function tokenStrip(
  sheet: Sheet,
  tune: StudyTune,
  divergence: number | null = null,
  title = tune.name,
  done: number | null = null,
  names: readonly string[] = tune.tokens,
): Panel {
  const { theme } = sheet;
  const perLine = Math.min(most, Math.floor((sheet.width - 38) / least));
  const cell = (sheet.width - 38) / perLine;
  const cells = cellsOf(names, perLine, cell);
  const sizeOf = (text: string, { x1, x2 }: { x1: number; x2: number }, largest: number): number =>
    Math.min(largest, (cell * (x2 - x1) - 1) / (letter * text.length));
  const renamed = cells.filter(({ token, step }) => token !== tune.tokens[step]);
  const lines = (cells.at(-1)?.line ?? 0) + 1;
  const legend = broken(
    'step of the first cell at the left; verdict on each measure under its tokens',
    Math.floor(sheet.width / legendLetter),
  );
  const firsts = cells.filter(({ line }, step) => line !== cells[step - 1]?.line);
  const bars = new Set(tune.measureSteps);
  // A measure that runs over a line's end is drawn in pieces, named on the longest one.
  const pieces = tune.measures.flatMap((measure) => {
    const { from, to, verdict } = measure;
    const cut = Array.from({ length: lines }, (_, line) => cells.slice(from, to).filter((of) => of.line === line)).flatMap((of) =>
      of.length === 0 ? [] : [{ line: of[0]!.line, x1: of[0]!.x1, x2: of.at(-1)!.x2 }],
    );
    const widest = cut.reduce((a, b) => (b.x2 - b.x1 > a.x2 - a.x1 ? b : a), cut[0]!);
    return cut.map((piece) => {
      const label = piece === widest ? verdictText(verdict, measure.difference) : '';
      // What is wider than its measure stays within the line.
      const half = (0.29 * smallest * label.length) / cell;
      return { ...piece, verdict, label, middle: Math.min(perLine - half, Math.max(half, (piece.x1 + piece.x2) / 2)) };
    });
  });
  return {
    title,
    plot: sheet.plot({
      height: lines * lineHeight + 22 + legendLine * (legend.length - 1),
      marginTop: 4,
      marginBottom: 18 + legendLine * (legend.length - 1),
      marginLeft: 34,
      marginRight: 4,
      x: { domain: [0, perLine], axis: null },
      y: { domain: [lines, 0], axis: null },
      marks: [
        Plot.rect(cells, {
          x1: 'x1',
          x2: 'x2',
          y1: (d) => d.line + 0.06,
          y2: (d) => d.line + 0.5,
          fill: (d) => (bars.has(d.step) ? theme.rule : 'none'),
          stroke: theme.rule,
          strokeWidth: 0.75,
        }),
        ...(divergence === null || divergence >= cells.length
          ? []
          : [
              Plot.rect([cells[divergence]!], {
                x1: 'x1',
                x2: 'x2',
                y1: (d) => d.line + 0.06,
                y2: (d) => d.line + 0.5,
                stroke: theme.accent,
                strokeWidth: 2.5,
                fill: 'none',
              }),
            ]),
        ...(done === null || done >= cells.length
          ? []
          : [
              Plot.ruleX([cells[done]!], {
                x: 'x2',
                y1: (d) => d.line - 0.04,
                y2: (d) => d.line + 0.58,
                stroke: theme.ink,
                strokeWidth: 3,
              }),
            ]),
        Plot.text(cells, {
          x: (d) => (d.x1 + d.x2) / 2,
          y: (d) => d.line + (renamed.length > 0 ? 0.22 : 0.29),
          text: 'token',
          fontFamily: monospace,
          fontSize: (d) => sizeOf(d.token, d, 10),
          fill: theme.ink,
        }),
        Plot.text(renamed, {
          x: (d) => (d.x1 + d.x2) / 2,
          y: (d) => d.line + 0.4,
          text: (d) => tune.tokens[d.step]!,
          fontFamily: monospace,
          fontSize: (d) => sizeOf(tune.tokens[d.step]!, d, 7.5),
          fill: theme.faint,
        }),
        Plot.rect(pieces, {
          x1: (d) => d.x1 + 0.06,
          x2: (d) => d.x2 - 0.06,
          y1: (d) => d.line + 0.56,
          y2: (d) => d.line + 0.63,
          fill: (d) => verdictColour(d.verdict, theme),
        }),
        Plot.text(
          pieces.filter((d) => d.label !== ''),
          {
            x: 'middle',
            y: (d) => d.line + 0.8,
            text: 'label',
            fontSize: smallest,
            fill: (d) => (countingOf(d.verdict) === 'bad' ? theme.accent : theme.faint),
          },
        ),
        Plot.text(firsts, {
          x: 0,
          y: (d) => d.line + 0.29,
          text: (d) => String(d.step),
          dx: -6,
          textAnchor: 'end',
          fill: theme.faint,
          fontSize: smallest,
        }),
        ...legend.map((text, n) =>
          Plot.text([text], {
            frameAnchor: 'bottom-left',
            dy: 14 + legendLine * n,
            dx: -30,
            textAnchor: 'start',
            fill: theme.faint,
            fontSize: smallest,
          }),
        ),
      ],
    }),
  };
}
