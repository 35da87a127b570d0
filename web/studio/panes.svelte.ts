import { MediaQuery } from 'svelte/reactivity';
import type { Layout } from './address.ts';
import { paneNames, tabNames, tabOf, tabs, type PaneName, type TabName } from './panes.ts';

/** Folded on a projector from the start: what a class does not look at. */
const aside: readonly PaneName[] = ['write', 'selection'];

/** Which panes are in sight: those that are not folded, and on a narrow screen those of one tab. */
export class Panes {
  /** Whether there is room for one pane at a time: a phone, a tablet upright, a page zoomed to twice its size. */
  readonly #narrow = new MediaQuery('not all and (min-width: 60rem)');
  #folded = $state.raw<readonly PaneName[]>([]);
  tab = $state<TabName>('score');
  #projector = $state(false);

  get narrow(): boolean {
    return this.#narrow.current;
  }
  /** Whether the type is large and the rest gives room to what a class looks at. */
  get projector(): boolean {
    return this.#projector;
  }

  get layout(): Layout {
    return { tab: this.tab, folded: this.#folded, projector: this.#projector };
  }
  set layout({ tab, folded, projector }: Layout) {
    this.tab = tab;
    this.#folded = folded;
    this.#projector = projector;
  }

  /** Whether a pane has a heading that folds it. What a tab is about is never folded there. */
  foldable(name: PaneName): boolean {
    return !this.narrow || tabs.every(({ panes }) => panes[0] !== name);
  }
  folded(name: PaneName): boolean {
    return this.foldable(name) && this.#folded.includes(name);
  }
  /** Whether a pane is on the screen at all. */
  here(name: PaneName): boolean {
    return !this.narrow || tabOf(name) === this.tab;
  }

  fold(name: PaneName, folded: boolean): void {
    this.#folded = paneNames.filter((one) => (one === name ? folded : this.#folded.includes(one)));
  }
  /** Opens a pane and, on a narrow screen, goes to its tab. */
  show(name: PaneName): void {
    this.tab = tabOf(name);
    this.fold(name, false);
  }
  /** Goes to the tab beside; at either end it stays. */
  turn(by: 1 | -1): void {
    this.tab = tabNames[tabNames.indexOf(this.tab) + by] ?? this.tab;
  }
  project(on: boolean): void {
    this.#projector = on;
    for (const name of aside) this.fold(name, on);
  }
}
