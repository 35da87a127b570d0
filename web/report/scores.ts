import type { ComparedTune } from '../figures/measure-blocks.ts';
import { player } from '../score/player.ts';
import { engrave, type Score } from '../score/score.ts';
import { make } from './element.ts';
import { fold } from './fold.ts';

/** Told which of the tunes sounds, and the last step of its note; null where it rests. */
export type Heard = (tune: number, step: number | null) => void;

/** The last step of a note: the one before the next that has a mark of its own. */
function lastStep({ marks }: Score, mark: Element): number | null {
  const at = marks.findIndex(({ element }) => element === mark);
  if (at < 0) return null;
  const next = marks.find(({ step }) => step > marks[at]!.step);
  return next === undefined ? marks[at]!.step : next.step - 1;
}

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
    const score = engrave(cell, tune, { divergence, done, width: tunes.length > 1 ? 470 : 800 });
    const folded = fold(score.element, lines, tune.name);
    let shown: number | null = null;
    const sounding = (at: number | null): void => {
      const mark = at === null ? undefined : score.events.findLast((event) => event.at <= at + 1e-6)?.marks[0];
      if (heard !== undefined) {
        const step = mark === undefined ? null : lastStep(score, mark);
        if (step !== shown) heard(i, (shown = step));
      } else if (mark !== undefined) folded?.show(mark);
    };
    (folded?.element ?? score.element).before(player(score, tune.name, { follow: sounding, scrolls: heard === undefined }));
  }
}
