import { sentence } from '../api/problem.ts';
import type { Effect, EffectRequest, LiveEvent } from '../api/shapes.ts';
import type { StudioState } from '../state.svelte.ts';

/** What plans do over many seeds: the effects of the session in sight, which the studio finds and keeps. */
export class Effects {
  readonly #studio: StudioState;
  /** The newest first. */
  list = $state.raw<readonly Effect[]>([]);
  /** The one that is looked at. */
  chosen = $state<string | null>(null);
  fault = $state<string | null>(null);
  /** What was done last, to be said where it was done: the page's own notices lie behind the sheet. */
  said = $state.raw<{ text: string; undoes: boolean } | null>(null);
  asking = $state(false);
  #session: string | null = null;
  /** How often something was told of the session's effects. */
  #told = 0;
  readonly underWay = $derived(this.list.filter(({ state }) => state === 'underWay'));

  constructor(studio: StudioState) {
    this.#studio = studio;
  }

  /** Asks which effects the session has. */
  async look(session: string): Promise<void> {
    if (session !== this.#session) {
      this.#session = session;
      this.list = [];
      this.chosen = null;
    }
    try {
      let list: Effect[];
      let told: number;
      do {
        told = this.#told;
        list = await this.#studio.api.effects(session);
        if (session !== this.#session) return;
        // What was told meanwhile may be newer than the answer.
      } while (told !== this.#told);
      this.list = list;
    } catch (error) {
      this.fault = sentence(error);
    }
  }

  hear({ name, data }: LiveEvent): void {
    if (name !== 'effect' || data.effect.session !== this.#session) return;
    this.#told++;
    this.#put(data.effect);
  }

  /** Has an effect found; it goes on by itself, whatever becomes of the page. */
  async begin(request: EffectRequest): Promise<void> {
    const studio = this.#studio;
    if (this.#session === null || this.asking) return;
    this.asking = true;
    this.fault = null;
    try {
      const known = new Set(this.list.map(({ id }) => id));
      const effect = await studio.api.beginEffect(this.#session, request);
      this.said = known.has(effect.id)
        ? { text: 'This is found already: the same model, plan, seeds, beginning, temperature and limit give the same.', undoes: false }
        : null;
      // What was told meanwhile is newer than the answer.
      if (!this.list.some(({ id }) => id === effect.id)) this.#put(effect);
      this.chosen = effect.id;
    } catch (error) {
      this.fault = sentence(error);
    } finally {
      this.asking = false;
    }
  }

  async stop({ job }: Effect): Promise<void> {
    try {
      if (job !== null) await this.#studio.api.stopRun(job);
    } catch (error) {
      this.fault = sentence(error);
    }
  }

  /** Deletes an effect; undoing has it back. */
  async remove({ id, done }: Effect): Promise<void> {
    try {
      await this.#gone(id);
      this.#studio.did(
        `the effect of “${done}” deleted`,
        () => this.#back(id),
        () => this.#gone(id),
      );
      this.said = { text: `The effect of “${done}” is deleted.`, undoes: true };
    } catch (error) {
      this.fault = sentence(error);
    }
  }

  /** Has an effect back that was deleted. */
  async restore({ id, done }: Pick<Effect, 'id' | 'done'>): Promise<void> {
    await this.#back(id);
    this.#studio.did(
      `the effect of “${done}” had back`,
      () => this.#gone(id),
      () => this.#back(id),
    );
    this.#studio.tell(`The effect of “${done}” is back, in “Over many seeds”.`, true);
  }

  async #gone(id: string): Promise<void> {
    await this.#studio.api.deleteEffect(id);
    this.list = this.list.filter((effect) => effect.id !== id);
    if (this.chosen === id) this.chosen = null;
  }
  async #back(id: string): Promise<void> {
    this.said = null;
    await this.#studio.api.restoreEffect(id);
    if (this.#session !== null) await this.look(this.#session);
  }

  #put(effect: Effect): void {
    const known = this.list.some(({ id }) => id === effect.id);
    this.list = known ? this.list.map((old) => (old.id === effect.id ? effect : old)) : [effect, ...this.list];
  }
}
