import type { ComparedTune } from '../figures/measure-blocks.ts';
import { player } from '../score/player.ts';
import { engrave } from '../score/score.ts';
import { make } from './element.ts';
import { fold } from './fold.ts';

/** Told which of the tunes sounds, and the step at which its note was written; null where none sounds. */
export type Heard = (tune: number, step: number | null) => void;

/**
 * Tunes as notation that plays, two beside each other where there is room, each folded to so many lines, under headings of the level that
 * its place asks for.
 * @param heard who shows elsewhere what sounds: then the page stays where the reader has it.
 */
export function scores(host: HTMLElement, tunes: readonly ComparedTune[], lines: number, level: 'h2' | 'h3', heard?: Heard): void {
  const grid = make('div', { class: tunes.length > 1 ? 'scores two' : 'scores' });
  host.append(grid);
  for (const [i, { tune, firstDivergence: divergence, done = null }] of tunes.entries()) {
    const cell = make(
      'div',
      {},
      make(level, {}, `${tune.name.charAt(0).toUpperCase()}${tune.name.slice(1)}: ${tune.counted} of ${tune.total} measures counted`),
    );
    grid.append(cell);
    // Over the notes there is room for one mark of the two.
    const score = engrave(cell, tune, { divergence: done === null ? divergence : null, done, width: tunes.length > 1 ? 470 : 800 });
    const folded = fold(score.element, lines, tune.name);
    let shown: number | null = null;
    const sounding = (at: number | null): void => {
      const mark = at === null ? undefined : score.events.findLast((event) => event.at <= at + 1e-6)?.marks[0];
      if (heard !== undefined) {
        const step = mark === undefined ? null : (score.marks.find(({ element }) => element === mark)?.step ?? null);
        if (step !== shown) heard(i, (shown = step));
      } else if (mark !== undefined) folded?.show(mark);
    };
    (folded?.element ?? score.element).before(player(score, tune.name, { follow: sounding, scrolls: heard === undefined }));
  }
}
