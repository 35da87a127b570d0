import * as Plot from '@observablehq/plot';
import type { StudyTune } from './contract/study.ts';
import { signedFraction } from './number.ts';
import type { Panel, Sheet } from './panels.ts';
import { countingOf, verdictColour, verdictsThatCount, verdictText } from './verdict.ts';

/** A tune and the step from which it differs from the baseline. */
export interface ComparedTune {
  tune: StudyTune;
  firstDivergence: number | null;
  /** What is done to the network at the end of a step, in a word or two. */
  done?: Done;
}

/** Something that is done to the network at the end of a step. */
export interface Done {
  step: number;
  text: string;
}

/** Where a name stands over its row and not beside it. */
const narrow = 560;

/** A digit's width in the small type of a difference; one that is wider than its measure is left to the measure's title. */
const digit = 5;

const fraction = (text: string): number => {
  const [over, under] = text.split('/').map(Number);
  return over! / (under ?? 1);
};

/** A generous width of a letter of the key, the room between its entries, and the height of its line. */
const keyLetter = 5.6;
const keyGap = 18;
const keyLine = 16;

/** Entries of a key one after another, in lines of a width. */
function placed<Entry extends { text: string }>(entries: readonly Entry[], width: number): (Entry & { x: number; line: number })[] {
  let x = 0;
  let line = 0;
  return entries.map((entry) => {
    const room = keyLetter * entry.text.length;
    if (x > 0 && x + room > width) {
      x = 0;
      line++;
    }
    const place = { ...entry, x, line };
    x += room + keyGap;
    return place;
  });
}

/** Tunes as rows of blocks, one a measure and as long as it sounds, coloured by verdict; a mark where a tune leaves the baseline. */
export function measureBlocks(sheet: Sheet, tunes: readonly ComparedTune[], title: string): Panel {
  const { theme } = sheet;
  const isNarrow = sheet.width < narrow;
  const marginLeft = isNarrow ? 6 : 170;
  const marginRight = isNarrow ? 12 : 70;
  const rows = tunes.map(({ tune, firstDivergence, done }, row) => {
    let at = 0;
    const blocks = tune.measures.map((measure) => {
      const x1 = at;
      at += fraction(measure.duration) / fraction(tune.measure);
      return { row, x1, x2: at, verdict: measure.verdict, measure, text: tune.tokens.slice(measure.from, measure.to).join(' ') };
    });
    // Where a step begins.
    const placeOf = (step: number): number | null => {
      const block = blocks.find(({ measure }) => measure.to > step);
      if (block === undefined) return null;
      const share = Math.max(0, (step - block.measure.from) / Math.max(1, block.measure.to - block.measure.from));
      return block.x1 + share * (block.x2 - block.x1);
    };
    return {
      tune,
      row,
      blocks,
      divergence: firstDivergence === null ? null : placeOf(firstDivergence),
      done: done === undefined ? null : placeOf(done.step + 1),
    };
  });
  const end = Math.max(1, ...rows.map(({ blocks }) => blocks.at(-1)?.x2 ?? 0));
  const blocks = rows.flatMap((row) => row.blocks);
  const pixels = (sheet.width - marginLeft - marginRight) / end;
  const differing = blocks
    .filter((d) => countingOf(d.verdict) === 'bad' && d.measure.difference !== null)
    .map((d) => ({ at: (d.x1 + d.x2) / 2, row: d.row, text: signedFraction(d.measure.difference!), room: (d.x2 - d.x1) * pixels }))
    .filter(({ text, room }) => text.length * (isNarrow ? 6 : digit) <= room);
  const diverging = rows.filter((row) => row.divergence !== null);
  const doing = tunes.find(({ done }) => done !== undefined)?.done;
  const key = placed(
    [
      ...(['good', 'part', 'bad'] as const).map((counting) => ({
        text: `■ ${verdictsThatCount(counting)}`,
        colour: counting === 'good' ? theme.faint : theme[counting],
      })),
      ...(diverging.length === 0 ? [] : [{ text: '┃ first token that differs', colour: theme.accent }]),
      ...(doing === undefined ? [] : [{ text: `▼ ${doing.text}`, colour: theme.ink }]),
    ],
    sheet.width - marginLeft - marginRight,
  );
  const keyLines = 1 + Math.max(...key.map(({ line }) => line));
  const rowHeight = isNarrow ? 52 : 30;
  const half = isNarrow ? 0.22 : 0.32;
  return {
    title,
    plot: sheet.plot({
      height: rowHeight * rows.length + 38 + keyLine * keyLines + (isNarrow ? 12 : 4),
      marginLeft,
      marginRight,
      marginTop: keyLine * keyLines + (isNarrow ? 12 : 4),
      marginBottom: 36,
      x: { domain: [0, end], label: "length (the meter's measures)", labelAnchor: 'right', labelArrow: 'none', ticks: 8, tickSize: 3 },
      y: { domain: [-0.5, rows.length - 0.5], reverse: true, axis: null },
      marks: [
        Plot.rect(blocks, {
          x1: 'x1',
          x2: 'x2',
          y1: (d) => d.row - half,
          y2: (d) => d.row + half,
          fill: (d) => verdictColour(d.verdict, theme),
          inset: 0.75,
          title: (d) => `${verdictText(d.verdict, d.measure.difference)}: ${d.text}`,
        }),
        Plot.text(differing, { x: 'at', y: 'row', text: 'text', fontSize: isNarrow ? 9.5 : 8, fill: theme.ink }),
        Plot.ruleX(diverging, {
          x: 'divergence',
          y1: (d) => d.row - half - 0.1,
          y2: (d) => d.row + half + 0.1,
          stroke: theme.accent,
          strokeWidth: 2.5,
        }),
        Plot.text(
          rows.filter(({ done }) => done !== null),
          { x: 'done', y: (d) => d.row - half, text: () => '▼', dy: -3, fill: theme.ink, stroke: theme.paper, strokeWidth: 2 },
        ),
        ...(isNarrow
          ? [
              Plot.text(rows, {
                x: 0,
                y: (d) => d.row - half,
                text: (d) => `${d.tune.name}: ${d.tune.counted} of ${d.tune.total} counted`,
                dy: -14,
                textAnchor: 'start',
                fill: theme.ink,
              }),
            ]
          : [
              Plot.text(rows, { x: 0, y: 'row', text: (d) => d.tune.name, dx: -8, textAnchor: 'end', fill: theme.ink }),
              Plot.text(rows, {
                x: end,
                y: 'row',
                text: (d) => `${d.tune.counted} of ${d.tune.total}`,
                dx: 8,
                textAnchor: 'start',
                fill: theme.ink,
              }),
              Plot.text(['counted'], { frameAnchor: 'top-right', dx: 62, dy: -14, textAnchor: 'end', fill: theme.faint }),
            ]),
        ...key.map(({ text, colour, x, line }) =>
          Plot.text([text], {
            frameAnchor: 'top-left',
            dx: 4 + x,
            dy: keyLine * (line - keyLines) + (isNarrow ? -4 : 2),
            textAnchor: 'start',
            fill: colour,
          }),
        ),
      ],
    }),
  };
}
