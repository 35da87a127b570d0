/** Something that was done and can be undone. */
export interface Done {
  /** What it was, as it is told when it is undone or done again: “bars 5–8 rewritten”. */
  what: string;
  undo: () => Promise<void>;
  redo: () => Promise<void>;
}

/** What was done on the page, the last at the end; whoever changes something that a person may want back adds it. */
export class History {
  #done = $state.raw<readonly Done[]>([]);
  #undone = $state.raw<readonly Done[]>([]);

  readonly last = $derived(this.#done.at(-1) ?? null);
  readonly next = $derived(this.#undone.at(-1) ?? null);

  /** Something was done: what had been undone can't be done again after it. */
  add(done: Done): void {
    this.#done = [...this.#done, done];
    this.#undone = [];
  }

  /** Takes the last thing back; what it was, or null where there is nothing. */
  async undo(): Promise<string | null> {
    const { last } = this;
    if (last === null) return null;
    this.#done = this.#done.slice(0, -1);
    this.#undone = [...this.#undone, last];
    await last.undo();
    return last.what;
  }

  /** Does again what was taken back last; what it is, or null where there is nothing. */
  async redo(): Promise<string | null> {
    const { next } = this;
    if (next === null) return null;
    this.#undone = this.#undone.slice(0, -1);
    this.#done = [...this.#done, next];
    await next.redo();
    return next.what;
  }
}
