import { unreachable } from '../api/problem.ts';
import type { LiveEvent } from '../api/shapes.ts';
import { enterSession, takeSession } from '../keeping/session-in-sight.ts';
import { dropTune, putTune } from '../keeping/session-tunes.ts';
import { newSession } from '../keeping/sessions.ts';
import type { StudioState } from '../state.svelte.ts';
import { Elsewhere } from './elsewhere.ts';

/** Keeps the page in step with what happens elsewhere: on other pages, or by another studio on the same data. */
export class InStep {
  readonly #studio: StudioState;
  /** Whether the studio answers. */
  reached = $state(true);
  /** How many changes of this page are under way, of which it tells itself. */
  #busy = 0;
  /** How many there were, here and elsewhere: what was asked before one of them may be old. */
  #changes = 0;
  readonly #elsewhere = new Elsewhere(
    () => this.#ask(),
    () => this.acts,
  );

  constructor(studio: StudioState) {
    this.#studio = studio;
  }

  /** Whether this page is changing something itself. */
  get acts(): boolean {
    return this.#busy > 0;
  }

  /** Does something of which other pages are told, and this one not: it knows. */
  async alone<T>(act: () => Promise<T>): Promise<T> {
    this.#busy++;
    this.#changes++;
    try {
      return await act();
    } finally {
      if (--this.#busy === 0) void this.#elsewhere.still();
    }
  }

  /** Something happened in the studio, here or on another page. */
  hear(event: LiveEvent): void {
    const studio = this.#studio;
    studio.runs.hear(event);
    studio.shelf.hear(event);
    studio.effects.hear(event);
    const { name, data } = event;
    if (name === 'tune' || name === 'gone' || name === 'session' || name === 'elsewhere') this.#changes++;
    // What happened before the connection stood, nobody tells.
    if (name === 'here' || name === 'session' || name === 'elsewhere') void this.#elsewhere.changed();
    else if (name === 'tune' && data.tune.session === studio.session?.id) putTune(studio, data.tune);
    else if (name === 'gone' && data.session === studio.session?.id) void dropTune(studio, data.tune);
    void studio.ownRuns.hear(event);
  }

  reach(reached: boolean): void {
    if (reached === this.reached) return;
    const studio = this.#studio;
    this.reached = reached;
    if (!reached) studio.notice = { kind: 'error', text: unreachable };
    else if (studio.notice?.text === unreachable) studio.tell('The studio answers again.');
  }

  /** Asks again what there is, after a change of this page's own. */
  async refresh(): Promise<void> {
    if (!(await this.#ask())) void this.#elsewhere.changed();
  }

  /** Asks what there is: something was changed on another page, or by another studio on the same data. False where the answer is old. */
  async #ask(): Promise<boolean> {
    const studio = this.#studio;
    const changes = this.#changes;
    try {
      const sessions = await studio.api.sessions();
      if (changes !== this.#changes) return false;
      studio.sessions = sessions;
      const { session } = studio;
      if (session === null) return true;
      if (!sessions.some(({ id }) => id === session.id)) {
        studio.notice = {
          kind: 'error',
          text: `The session “${session.name}” was deleted elsewhere. “Recently deleted” in the session menu has it back.`,
        };
        const next = sessions.at(-1);
        if (next === undefined) await newSession(studio);
        else await enterSession(studio, await studio.api.session(next.id));
        return true;
      }
      const now = await studio.api.session(session.id);
      if (changes !== this.#changes || studio.session?.id !== session.id) return false;
      for (const tune of now.tunes) if (tune.id === studio.tune?.id || tune.id === studio.other?.id) putTune(studio, tune);
      takeSession(studio, now);
      for (const shown of [studio.other, studio.tune])
        if (shown !== null && !now.tunes.some(({ id }) => id === shown.id)) await dropTune(studio, shown.id);
    } catch (error) {
      // A studio that does not answer is told once, by whoever follows it.
      if (this.reached && changes === this.#changes) studio.fail(error);
    }
    return true;
  }
}
