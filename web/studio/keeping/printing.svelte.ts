import type { StudioState } from '../state.svelte.ts';

/**
 * Prints the tune in sight, alone, whether the browser is asked or the page; or the tunes of the session as a booklet. What draws them is
 * fetched before: when a browser prints it waits for nobody.
 */
export class Printing {
  readonly #studio: StudioState;
  #paper: typeof import('./print.ts') | null = null;
  #isSet = false;
  /** Whether verdicts are printed under the measures, and stand in the pictures of the score. */
  verdicts = $state(false);

  constructor(studio: StudioState) {
    this.#studio = studio;
  }

  /** Fetches what draws. */
  async ready(): Promise<typeof import('./print.ts')> {
    return (this.#paper ??= await import('./print.ts'));
  }

  /** The browser is about to print. */
  before(): void {
    const { tune } = this.#studio;
    if (this.#isSet || this.#paper === null || tune === null) return;
    this.#paper.setTune(tune.tune, this.verdicts, tune.written !== null);
  }

  /** The browser has printed. */
  after(): void {
    this.#isSet = false;
    this.#paper?.clearPaper();
  }

  /** Prints the tune in sight. */
  async tune(): Promise<void> {
    await this.ready();
    print();
  }

  /** Prints the session's tunes, or those that are starred. */
  async session(starred: boolean): Promise<void> {
    const studio = this.#studio;
    if (studio.session === null) return;
    try {
      const [{ setBooklet }, abc] = await Promise.all([
        this.ready(),
        studio.api.sessionAbc(studio.session.id, { starred, tempo: studio.tempo }),
      ]);
      setBooklet(studio.session.name, abc.split(/^(?=X:)/m));
      this.#isSet = true;
      print();
    } catch (error) {
      studio.fail(error);
    }
  }
}
