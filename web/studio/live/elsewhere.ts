/**
 * Has the page ask again what there is when it is not told what was changed, as by another studio on the same data: as soon as no change of its own is under way,
 * and once more where the answer was old when it came.
 */
export class Elsewhere {
  readonly #ask: () => Promise<boolean>;
  readonly #busy: () => boolean;
  #behind = false;
  #asking = false;

  /**
   * @param ask asks, and says whether the answer could be taken.
   * @param busy says whether a change of the page's own is under way.
   */
  constructor(ask: () => Promise<boolean>, busy: () => boolean) {
    this.#ask = ask;
    this.#busy = busy;
  }

  /** Something was changed. */
  async changed(): Promise<void> {
    this.#behind = true;
    await this.still();
  }

  /** A change of the page's own is over. */
  async still(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    try {
      while (this.#behind && !this.#busy()) {
        this.#behind = false;
        if (!(await this.#ask())) this.#behind = true;
      }
    } finally {
      this.#asking = false;
    }
  }
}
