/**
 * The bars of the tune in sight, and those of them that are chosen: `studio.bars`.
 *
 *   list      Bar[]                  every bar with notes or rests, in order, numbered from 1 as `lilt count` numbers measures
 *   chosen    { from, to } | null    numbers of bars, both included, from ≤ to; null where none is chosen, and for another tune
 *   steps     [from, to) | null      the steps that the chosen bars span, the last one's bar line included
 *   choosing  boolean                whether clicks and arrow keys choose bars instead of moving the cursor
 *
 * What chooses: `choose(from, to)`, `extend(to)`, `clear()`. Whoever needs bars of a tune that isn't in sight takes
 * `barsOf` and `stepsOf`. All of it is reactive.
 */
import type { TuneDetail } from '../api/shapes.ts';
import { barAt, barsOf, stepsOf, type Bar } from './bars.ts';

export interface BarRange {
  from: number;
  to: number;
}

export class Bars {
  readonly #tune: () => TuneDetail | null;
  /** Where the choice began and where it goes to, which may lie before. */
  #choice = $state.raw<{ tune: string; anchor: number; to: number } | null>(null);
  choosing = $state(false);

  readonly list = $derived.by<readonly Bar[]>(() => {
    const tune = this.#tune();
    return tune === null ? [] : barsOf(tune);
  });
  readonly chosen = $derived.by<BarRange | null>(() => {
    const choice = this.#choice;
    if (choice === null || choice.tune !== this.#tune()?.id || this.list.length === 0) return null;
    const held = [choice.anchor, choice.to].map((number) => Math.max(1, Math.min(this.list.length, number)));
    return { from: Math.min(...held), to: Math.max(...held) };
  });
  readonly steps = $derived(this.chosen === null ? null : stepsOf(this.list, this.chosen));

  constructor(tune: () => TuneDetail | null) {
    this.#tune = tune;
  }

  /** Chooses bars by number; in whichever order, held inside the tune. */
  choose(from: number, to = from): void {
    const tune = this.#tune();
    this.#choice = tune === null ? null : { tune: tune.id, anchor: from, to };
  }

  /** Takes all bars from where the choice began to another; from a step's bar where nothing is chosen yet. */
  extend(to: number, step = 0): void {
    this.choose(this.chosen === null ? (barAt(this.list, step) ?? to) : this.#choice!.anchor, to);
  }

  /** Moves the end of the choice, or all of it where it is not to grow, by a bar. */
  move(by: number, grows: boolean, step: number): void {
    const at = this.chosen === null ? null : this.#choice!.to;
    if (at === null) this.choose(barAt(this.list, step) ?? 1);
    else {
      const to = Math.max(1, Math.min(this.list.length, at + by));
      if (grows) this.extend(to);
      else this.choose(to);
    }
  }

  clear(): void {
    this.#choice = null;
  }
}
