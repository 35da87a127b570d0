import { after, back, forth, type Course, type Done } from './history.ts';

/** What was done on the page; whoever changes something that a person may want back adds it. */
export class History {
  #course = $state.raw<Course>({ done: [], undone: [] });

  /** What undoing takes back, and what is done again; null for nothing. */
  readonly last = $derived(this.#course.done.at(-1) ?? null);
  readonly next = $derived(this.#course.undone.at(-1) ?? null);

  add(done: Done): void {
    this.#course = after(this.#course, done);
  }

  /** Takes the last thing back; what it was, or null where there is nothing. */
  async undo(): Promise<string | null> {
    const step = back(this.#course);
    if (step === null) return null;
    this.#course = step.course;
    await step.what.undo();
    return step.what.what;
  }

  /** Does again what was taken back last; what it is, or null where there is nothing. */
  async redo(): Promise<string | null> {
    const step = forth(this.#course);
    if (step === null) return null;
    this.#course = step.course;
    await step.what.redo();
    return step.what.what;
  }
}
