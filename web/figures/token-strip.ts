import * as Plot from '@observablehq/plot';
import type { StudyTune } from './contract/study.ts';
import type { Panel, Sheet } from './panels.ts';
import { monospace } from './style.ts';
import { countingOf, verdictColour, verdictText } from './verdict.ts';

/** Cells in a line, and pixels that one needs at least. */
const most = 38;
const least = 21;
const lineHeight = 44;

/**
 * A tune's tokens, one cell a step, lines of 38 steps or as many as there is room for, with the verdict under each measure; the first
 * differing step is framed.
 * @param done a step at whose end something is done: an upright behind its cell.
 */
export function tokenStrip(
  sheet: Sheet,
  tune: StudyTune,
  divergence: number | null = null,
  title = tune.name,
  done: number | null = null,
): Panel {
  const { theme } = sheet;
  const perLine = Math.min(most, Math.floor((sheet.width - 38) / least));
  const line = (step: number): number => Math.floor(step / perLine);
  const column = (step: number): number => step % perLine;
  const lines = line(tune.tokens.length - 1) + 1;
  const cells = tune.tokens.map((token, step) => ({ token, step }));
  const bars = new Set(tune.measureSteps);
  // A measure that runs over a line's end is drawn in two pieces, named on the longer one.
  const pieces = tune.measures.flatMap((measure) => {
    const { from, to, verdict } = measure;
    if (to <= from) return [];
    const cut: { from: number; to: number }[] = [];
    for (let at = from; at < to;) {
      const end = Math.min(to, (line(at) + 1) * perLine);
      cut.push({ from: at, to: end });
      at = end;
    }
    const widest = cut.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a));
    return cut.map((piece) => ({ ...piece, verdict, label: piece === widest ? verdictText(verdict, measure.difference) : '' }));
  });
  const cell = (sheet.width - 38) / perLine;
  return {
    title,
    plot: sheet.plot({
      height: lines * lineHeight + 22,
      marginTop: 4,
      marginBottom: 18,
      marginLeft: 34,
      marginRight: 4,
      x: { domain: [0, perLine], axis: null },
      y: { domain: [lines, 0], axis: null },
      marks: [
        Plot.rect(cells, {
          x1: (d) => column(d.step),
          x2: (d) => column(d.step) + 1,
          y1: (d) => line(d.step) + 0.06,
          y2: (d) => line(d.step) + 0.5,
          fill: (d) => (bars.has(d.step) ? theme.rule : 'none'),
          stroke: theme.rule,
          strokeWidth: 0.75,
        }),
        ...(divergence === null || divergence >= cells.length
          ? []
          : [
              Plot.rect([divergence], {
                x1: column,
                x2: (d) => column(d) + 1,
                y1: (d) => line(d) + 0.06,
                y2: (d) => line(d) + 0.5,
                stroke: theme.accent,
                strokeWidth: 2.5,
                fill: 'none',
              }),
            ]),
        ...(done === null || done >= cells.length
          ? []
          : [
              Plot.ruleX([done], {
                x: (d) => column(d) + 1,
                y1: (d) => line(d) - 0.04,
                y2: (d) => line(d) + 0.58,
                stroke: theme.ink,
                strokeWidth: 3,
              }),
            ]),
        Plot.text(cells, {
          x: (d) => column(d.step) + 0.5,
          y: (d) => line(d.step) + 0.29,
          text: 'token',
          fontFamily: monospace,
          fontSize: (d) => Math.min(10, (cell / d.token.length) * 1.5),
          fill: theme.ink,
        }),
        Plot.rect(pieces, {
          x1: (d) => column(d.from) + 0.06,
          x2: (d) => column(d.to - 1) + 0.94,
          y1: (d) => line(d.from) + 0.56,
          y2: (d) => line(d.from) + 0.63,
          fill: (d) => verdictColour(d.verdict, theme),
        }),
        Plot.text(
          pieces.filter((d) => d.label !== ''),
          {
            x: (d) => (column(d.from) + column(d.to - 1) + 1) / 2,
            y: (d) => line(d.from) + 0.8,
            text: 'label',
            fontSize: 9,
            fill: (d) => (countingOf(d.verdict) === 'bad' ? theme.accent : theme.faint),
          },
        ),
        Plot.text(
          Array.from({ length: lines }, (_, i) => i),
          { x: 0, y: (i) => i + 0.29, text: (i) => String(i * perLine), dx: -6, textAnchor: 'end', fill: theme.faint, fontSize: 9 },
        ),
        Plot.text(['step of the first cell at the left; verdict on each measure under its tokens'], {
          frameAnchor: 'bottom-left',
          dy: 14,
          textAnchor: 'start',
          fill: theme.faint,
          fontSize: 9.5,
        }),
      ],
    }),
  };
}
