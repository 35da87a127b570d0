import { unreachable } from '../api/problem.ts';
import type { LiveEvent } from '../api/shapes.ts';
import { enterSession, takeSession } from '../keeping/session-in-sight.ts';
import { dropTune, putTune } from '../keeping/session-tunes.ts';
import { newSession } from '../keeping/sessions.ts';
import type { StudioState } from '../state.svelte.ts';

/** Keeps the page in step with what happens elsewhere: on other pages, or by another studio on the same data. */
export class InStep {
  readonly #studio: StudioState;
  /** Whether the studio answers. */
  reached = $state(true);
  /** How many changes of this page are under way, of which it tells itself. */
  #busy = 0;
  /** How many there were, here and elsewhere: what was asked before one of them may be old. */
  #changes = 0;
  /** Whether something changed that has not been asked after yet. */
  #behind = false;
  #catching = false;

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
      this.#busy--;
      if (this.#behind) void this.#catchUp();
    }
  }

  /** Something happened in the studio, here or on another page. */
  hear(event: LiveEvent): void {
    const studio = this.#studio;
    studio.runs.hear(event);
    studio.shelf.hear(event);
    studio.effects.hear(event);
    const { name, data } = event;
    if (name === 'tune' || name === 'gone' || name === 'session') this.#changes++;
    // What happened before the connection stood, nobody tells.
    if (name === 'here' || name === 'session') void this.#catchUp();
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

  /** Asks again what there is: something was changed on another page, or by another studio on the same data. */
  async refresh(): Promise<void> {
    const studio = this.#studio;
    const changes = this.#changes;
    try {
      const sessions = await studio.api.sessions();
      if (changes !== this.#changes) return void this.#catchUp();
      studio.sessions = sessions;
      const { session } = studio;
      if (session === null) return;
      if (!sessions.some(({ id }) => id === session.id)) {
        studio.notice = {
          kind: 'error',
          text: `The session “${session.name}” was deleted on another page. “Recently deleted” in the session menu has it back.`,
        };
        const next = sessions.at(-1);
        if (next === undefined) await newSession(studio);
        else await enterSession(studio, await studio.api.session(next.id));
        return;
      }
      const now = await studio.api.session(session.id);
      if (changes !== this.#changes) return void this.#catchUp();
      if (studio.session?.id !== session.id) return;
      takeSession(studio, now);
      if (studio.tune !== null && !now.tunes.some(({ id }) => id === studio.tune?.id)) await dropTune(studio, studio.tune.id);
    } catch (error) {
      // A studio that does not answer is told once, by whoever follows it.
      if (this.reached && changes === this.#changes) studio.fail(error);
    }
  }

  /** Asks again what there is until nothing has changed meanwhile; while this page changes something itself, once that is done. */
  async #catchUp(): Promise<void> {
    this.#behind = true;
    if (this.#catching) return;
    this.#catching = true;
    while (this.#behind && this.#busy === 0) {
      this.#behind = false;
      await this.refresh();
    }
    this.#catching = false;
  }
}
