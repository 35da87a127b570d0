import type { ComparedTune } from '../figures/measure-blocks.ts';
import { player } from '../score/player.ts';
import { engrave } from '../score/score.ts';
import { make } from './element.ts';
import { fold } from './fold.ts';

/** Tunes as notation that plays, two beside each other where there is room, each folded to so many lines, under headings of the level that its place asks for. */
export function scores(host: HTMLElement, tunes: readonly ComparedTune[], lines: number, level: 'h2' | 'h3'): void {
  const grid = make('div', { class: tunes.length > 1 ? 'scores two' : 'scores' });
  host.append(grid);
  for (const { tune, firstDivergence: divergence } of tunes) {
    const cell = make(
      'div',
      {},
      make(level, {}, `${tune.name.charAt(0).toUpperCase()}${tune.name.slice(1)}: ${tune.counted} of ${tune.total} measures counted`),
    );
    grid.append(cell);
    const score = engrave(cell, tune, { divergence, width: tunes.length > 1 ? 470 : 800 });
    const folded = fold(score.element, lines, tune.name);
    const sounding = (at: number | null): void => {
      const mark = at === null ? undefined : score.events.findLast((event) => event.at <= at + 1e-6)?.marks[0];
      if (mark !== undefined) folded!.show(mark);
    };
    (folded?.element ?? score.element).before(player(score, tune.name, folded === null ? {} : { follow: sounding }));
  }
}
