import { Problem } from '../api/problem.ts';
import type { LiveEvent, TuneSummary, WriteRequest } from '../api/shapes.ts';
import { recall, remember } from '../keeping/tab-memory.ts';
import { addedTunes } from '../keeping/tunes.ts';
import { chooseTune, sightOf, type Sight } from '../reading/tune-in-sight.ts';
import { useKey } from '../reading/use-key.ts';
import type { StudioState } from '../state.svelte.ts';

/** A run that this page asked for. */
interface Own {
  /** What its first tune is set beside. */
  baseline: string | null;
  /** The key that its tunes were asked for in; null for their own. */
  key: string | null;
  /** What was in sight when it was asked for. */
  before: Sight | null;
  /** Whether one of its tunes was shown. */
  shown: boolean;
  /** Those of its tunes that were not there before. */
  fresh: Set<string>;
  ended: () => void;
}

const storage = 'lilt-runs';

/**
 * The runs that this page asked for: the first tune of each is shown, and the page is told what became of it, though it was reloaded meanwhile or the
 * studio was started again.
 */
export class OwnRuns {
  readonly #studio: StudioState;
  readonly #own = new Map<string, Own>();
  /** The last request for tunes, until it was answered. */
  #asked: Promise<unknown> = Promise.resolve();

  constructor(studio: StudioState) {
    this.#studio = studio;
    for (const [job, baseline] of recall<[string, string | null][]>(storage) ?? []) {
      this.#own.set(job, { baseline, key: null, before: null, shown: false, fresh: new Set(), ended: () => {} });
      studio.runs.own(job);
    }
  }

  /** Asks for tunes, and waits for the end of their run. */
  async begin(session: string, request: WriteRequest): Promise<void> {
    // One after another: what is asked for first is written first.
    const asked = this.#asked.then(() => this.#studio.api.write(session, request));
    this.#asked = asked.catch(() => {});
    const { job } = await asked;
    const before = sightOf(this.#studio);
    const ended = new Promise<void>((resolve) => {
      const { baseline, key } = request;
      this.#own.set(job, { baseline: baseline ?? null, key: key ?? null, before, shown: false, fresh: new Set(), ended: resolve });
    });
    this.#studio.runs.own(job);
    this.#remember();
    // What was told before the answer to the request came is asked for.
    await this.#ask(job);
    await ended;
  }

  async hear({ name, data }: LiveEvent): Promise<void> {
    if (name === 'here') {
      await Promise.all([...this.#own.keys()].filter((job) => !data.jobs.includes(job)).map((job) => this.#ask(job)));
      return;
    }
    if (name === 'tune' && data.job !== null) {
      if (this.#own.has(data.job)) await this.#came(data.job, data.tune, data.isKnown);
    } else if (name === 'failed') this.#end(data.job, data.isStopped ? null : data.problem);
    else if (name === 'done') this.#end(data.job, null);
  }

  /** Asks what became of a run of which not all was told. */
  async #ask(job: string): Promise<void> {
    try {
      const { state, tunes, known, problem } = await this.#studio.api.run(job);
      for (const id of tunes) await this.#came(job, await this.#studio.api.tune(id), known.includes(id));
      if (state !== 'underWay') this.#end(job, problem);
    } catch (error) {
      if (error instanceof Problem && error.status === 404)
        this.#end(job, 'The studio was started again while it wrote. Tunes that were whole are kept; write the others again.');
      else this.#studio.fail(error);
    }
  }

  /** A run came to a tune; the first of them is shown. */
  async #came(job: string, tune: TuneSummary, isKnown: boolean): Promise<void> {
    const own = this.#own.get(job);
    if (own === undefined) return;
    if (!isKnown) own.fresh.add(tune.id);
    if (own.shown) return;
    own.shown = true;
    await this.#show(tune, own);
    if (isKnown) this.#studio.tell(knownText(tune));
  }

  async #show(tune: TuneSummary, { baseline, key }: Own): Promise<void> {
    const studio = this.#studio;
    if (tune.session !== studio.session?.id) return;
    await chooseTune(studio, tune.id, baseline === tune.id ? null : baseline);
    if (key !== null && studio.tune?.id === tune.id && studio.tune.key !== key && studio.tune.tonic !== key) await useKey(studio, key);
  }

  #end(job: string, problem: string | null): void {
    const own = this.#own.get(job);
    if (own === undefined) return;
    this.#own.delete(job);
    this.#remember();
    if (problem !== null) this.#studio.notice = { kind: 'error', text: problem };
    addedTunes(this.#studio, [...own.fresh], own.before);
    own.ended();
  }

  #remember(): void {
    remember(
      storage,
      [...this.#own].map(([job, { baseline }]) => [job, baseline]),
    );
  }
}

const knownText = ({ name }: TuneSummary): string =>
  `“${name}” is here already: the same model, seed, beginning, temperature and plan give the same tune. Take another seed for another tune.`;
