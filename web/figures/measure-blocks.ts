import * as Plot from '@observablehq/plot';
import type { StudyTune } from './contract/study.ts';
import { signedFraction } from './number.ts';
import type { Panel, Sheet } from './panels.ts';
import { countingOf, verdictColour, verdictsThatCount, verdictText } from './verdict.ts';

/** A tune and the step from which it differs from the baseline. */
export interface ComparedTune {
  tune: StudyTune;
  firstDivergence: number | null;
}

const marginLeft = 170;
const marginRight = 70;

/** A digit's width in the small type of a difference; one that is wider than its measure is left to the measure's title. */
const digit = 5;

const fraction = (text: string): number => {
  const [over, under] = text.split('/').map(Number);
  return over! / (under ?? 1);
};

/** Tunes as rows of blocks, one a measure and as long as it sounds, coloured by verdict; a mark where a tune leaves the baseline. */
export function measureBlocks(sheet: Sheet, tunes: readonly ComparedTune[], title: string): Panel {
  const { theme } = sheet;
  const rows = tunes.map(({ tune, firstDivergence }, row) => {
    let at = 0;
    const blocks = tune.measures.map((measure) => {
      const x1 = at;
      at += fraction(measure.duration) / fraction(tune.measure);
      return { row, x1, x2: at, verdict: measure.verdict, measure, text: tune.tokens.slice(measure.from, measure.to).join(' ') };
    });
    const left = firstDivergence === null ? undefined : blocks.find(({ measure }) => measure.to > firstDivergence);
    const share =
      left === undefined ? 0 : Math.max(0, (firstDivergence! - left.measure.from) / Math.max(1, left.measure.to - left.measure.from));
    return { tune, row, blocks, divergence: left === undefined ? null : left.x1 + share * (left.x2 - left.x1) };
  });
  const end = Math.max(1, ...rows.map(({ blocks }) => blocks.at(-1)?.x2 ?? 0));
  const blocks = rows.flatMap((row) => row.blocks);
  const pixels = (sheet.width - marginLeft - marginRight) / end;
  const differing = blocks
    .filter((d) => countingOf(d.verdict) === 'bad' && d.measure.difference !== null)
    .map((d) => ({ at: (d.x1 + d.x2) / 2, row: d.row, text: signedFraction(d.measure.difference!), room: (d.x2 - d.x1) * pixels }))
    .filter(({ text, room }) => text.length * digit <= room);
  const diverging = rows.filter((row) => row.divergence !== null);
  const kinds = (['good', 'part', 'bad'] as const).map((counting) => ({
    name: verdictsThatCount(counting),
    colour: counting === 'good' ? theme.faint : theme[counting],
  }));
  return {
    title,
    plot: sheet.plot({
      height: 30 * rows.length + 58,
      marginLeft,
      marginRight,
      marginTop: 20,
      marginBottom: 36,
      x: { domain: [0, end], label: "length (the meter's measures)", labelAnchor: 'right', labelArrow: 'none', ticks: 8, tickSize: 3 },
      y: { domain: [-0.5, rows.length - 0.5], reverse: true, axis: null },
      marks: [
        Plot.rect(blocks, {
          x1: 'x1',
          x2: 'x2',
          y1: (d) => d.row - 0.32,
          y2: (d) => d.row + 0.32,
          fill: (d) => verdictColour(d.verdict, theme),
          inset: 0.75,
          title: (d) => `${verdictText(d.verdict, d.measure.difference)}: ${d.text}`,
        }),
        Plot.text(differing, { x: 'at', y: 'row', text: 'text', fontSize: 8, fill: theme.ink }),
        Plot.ruleX(diverging, {
          x: 'divergence',
          y1: (d) => d.row - 0.42,
          y2: (d) => d.row + 0.42,
          stroke: theme.accent,
          strokeWidth: 2.5,
        }),
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
        ...kinds.flatMap((kind, i) => [
          Plot.text([`■ ${kind.name}`], {
            frameAnchor: 'top-left',
            dx: 4 + [0, 50, 220][i]!,
            dy: -14,
            textAnchor: 'start',
            fill: kind.colour,
          }),
        ]),
        ...(diverging.length === 0
          ? []
          : [
              Plot.text(['┃ first token that differs'], {
                frameAnchor: 'top-left',
                dx: 360,
                dy: -14,
                textAnchor: 'start',
                fill: theme.accent,
              }),
            ]),
      ],
    }),
  };
}
