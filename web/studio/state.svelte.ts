import {
  plainView,
  readAddress,
  writeAddress,
  type Find,
  type OrderBy,
  type Selection,
  type Shown,
  type View,
  type WindowName,
} from './address.ts';
import type { Client } from './api/client.ts';
import { sentence, stopped } from './api/problem.ts';
import type {
  ModelDetail,
  ModelSummary,
  Operation,
  Session,
  SessionSummary,
  SiteName,
  TuneComparison,
  TuneDetail,
  TuneSummary,
  WriteRequest,
} from './api/shapes.ts';
import { History } from './history.svelte.ts';
import { Panes } from './panes.svelte.ts';
import { Bars } from './reading/bars.svelte.ts';
import { plainSound, type SoundChoice } from './reading/sound-choice.ts';

/** Something to tell the person. */
export interface Notice {
  kind: 'error' | 'done';
  text: string;
}

/** Tunes that are being written: what has come so far. */
export interface Writing {
  request: WriteRequest;
  /** The tokens of each tune so far. */
  tokens: string[][];
  /** What they sound in the key that was asked for; of what is no pitch the token. */
  names: string[][];
  /** How many tunes are whole. */
  whole: number;
}

/** The most tokens of a tune, `<s>` counted, as the command line has it. */
const limit = 1000;

/** The whole page: one time axis, one cursor, one selection, one plan. Everything that the person sees follows from it. */
export class StudioState {
  readonly api: Client;

  models = $state.raw<ModelSummary[]>([]);
  model = $state.raw<ModelDetail | null>(null);
  sessions = $state.raw<SessionSummary[]>([]);
  session = $state.raw<SessionSummary | null>(null);
  /** The tunes of the session, the oldest first. */
  tunes = $state.raw<TuneSummary[]>([]);
  /** The tune that everything is about, and the one that it is compared with. */
  tune = $state.raw<TuneDetail | null>(null);
  other = $state.raw<TuneDetail | null>(null);
  /** How the two compare; null where nothing is compared. */
  comparison = $state.raw<TuneComparison | null>(null);
  /** The id of a tune that is on its way. */
  coming = $state<string | null>(null);

  /** A step of `tune`. */
  cursor = $state(0);
  /** The tune's bars, and those that are chosen on the score. */
  readonly bars = new Bars(() => this.tune);
  readonly history = new History();
  /** Which panes are in sight. */
  readonly panes = new Panes();
  selection = $state.raw<Selection | null>(null);
  layer = $state(1);
  site = $state<SiteName>('h');
  order = $state.raw<{ by: OrderBy; event: string; band: [number, number] }>(plainView().order);
  spectrum = $state.raw<{ window: WindowName; band: [number, number] | null }>({ window: 'hann', band: null });
  /** The steps in sight on the shared axis, from the first up to and without the second; null for all. */
  sight = $state.raw<[number, number] | null>(null);
  /** The rows of the heat map in sight; null for all. */
  rows = $state.raw<[number, number] | null>(null);
  /** Which heat maps are shown while two runs are compared. */
  shown = $state<Shown>('all');
  find = $state.raw<Find>(plainView().find);
  on = $state.raw<{ over: number; both: boolean }>(plainView().on);
  plan = $state.raw<Operation[]>([]);

  /** The tonic to show and play in; null for the tune's own. */
  key = $state<string | null>(null);
  tempo = $state<number | null>(null);
  sound = $state.raw<SoundChoice>(plainSound);
  playing = $state(false);
  looping = $state(false);
  /** Which of two compared tunes is heard. */
  heard = $state<'tune' | 'other'>('tune');

  /** What the next tune is asked with. */
  seed = $state(42);
  temperature = $state(1);
  meter = $state<string | null>(null);
  /** With a tonic, null for the network's C, one choice of a key. */
  mode = $state<string | null>(null);
  tonic = $state<string | null>(null);
  begin = $state('');
  count = $state(1);

  writing = $state.raw<Writing | null>(null);
  /** Whether a tune of the person's own is being read again under the plan. */
  reading = $state(false);
  notice = $state.raw<Notice | null>(null);
  /** Whether the first answers have come. */
  ready = $state(false);

  /** Steps of the tune. */
  readonly steps = $derived(this.tune?.tune.tokens.length ?? 0);
  /** Steps of the shared axis: those of the longer of two compared tunes. */
  readonly axis = $derived(Math.max(this.steps, this.other?.tune.tokens.length ?? 0));
  readonly inSight = $derived<[number, number]>(
    this.sight === null || this.sight[0] >= this.axis ? [0, this.axis] : [this.sight[0], Math.min(this.sight[1], this.axis)],
  );
  /** The first step whose token differs between the two compared tunes; null where none does or nothing is compared. */
  readonly divergence = $derived(this.comparison?.firstDivergence ?? null);

  #stop: AbortController | null = null;

  constructor(api: Client) {
    this.api = api;
  }

  /** Tells the person what went wrong, unless it was stopped on purpose. */
  fail(error: unknown): void {
    if (stopped(error)) return;
    this.notice = { kind: 'error', text: sentence(error) };
  }

  tell(text: string): void {
    this.notice = { kind: 'done', text };
  }

  /** Asks the server what there is and shows what the address names. */
  async start(hash: string): Promise<void> {
    const view = readAddress(hash);
    this.#show(view);
    try {
      [this.models, this.sessions] = await Promise.all([this.api.models(), this.api.sessions()]);
      const chosen = this.models.find(({ id }) => id === view.model) ?? this.models.find(({ isDefault }) => isDefault) ?? this.models[0];
      await Promise.all([
        chosen === undefined
          ? null
          : this.api.model(chosen.id).then((model) => {
              this.model = model;
            }),
        this.#enter(view),
      ]);
      if (chosen === undefined)
        this.notice = { kind: 'error', text: 'There is no model to write with. Start the studio with lilt serve --model FILE.' };
      if (view.model !== null && chosen?.id !== view.model)
        this.notice = {
          kind: 'error',
          text: 'The model that this address names is not here; another is used. Start the studio with lilt serve --model FILE to have it.',
        };
    } catch (error) {
      this.fail(error);
    }
    this.ready = true;
  }

  #show(view: View): void {
    this.cursor = view.cursor;
    this.layer = view.layer;
    this.site = view.site;
    this.order = view.order;
    this.spectrum = { window: view.window, band: view.band };
    this.selection = view.selection;
    this.sight = view.sight;
    this.rows = view.rows;
    this.shown = view.shown;
    this.find = view.find;
    this.on = view.on;
    this.plan = view.plan;
    this.key = view.key;
    this.tempo = view.tempo;
    this.sound = view.sound;
    this.seed = view.seed;
    this.temperature = view.temperature;
    this.meter = view.meter;
    this.mode = view.mode;
    this.tonic = view.tonic;
    this.begin = view.begin;
    this.count = view.tunes;
    this.panes.layout = view;
  }

  async #enter(view: View): Promise<void> {
    const known = this.sessions.find(({ id }) => id === view.session);
    const session = known ?? (view.session === null ? this.sessions.at(-1) : undefined);
    if (view.session !== null && known === undefined)
      this.notice = {
        kind: 'error',
        text: 'The session that this address names is not here. It may have been deleted, or belong to another computer: import its file.',
      };
    if (session === undefined) {
      if (view.session === null) await this.newSession('My first session');
      return;
    }
    this.#take(await this.api.session(session.id));
    if (view.tune !== null) await this.choose(view.tune, view.other, false);
    else if (this.tunes.length > 0) await this.choose(this.tunes.at(-1)!.id, null, false);
  }

  #take({ tunes, ...session }: Session): void {
    const summary = { ...session, tunes: tunes.length };
    this.session = summary;
    this.tunes = tunes;
    if (!this.sessions.some(({ id }) => id === session.id)) this.sessions = [...this.sessions, summary];
  }

  /** The view as it is, for the address. */
  view(): View {
    return {
      session: this.session?.id ?? null,
      model: this.model?.id ?? null,
      tune: this.tune?.id ?? null,
      other: this.other?.id ?? null,
      cursor: this.cursor,
      layer: this.layer,
      site: this.site,
      order: this.order,
      window: this.spectrum.window,
      band: this.spectrum.band,
      selection: this.selection,
      sight: this.sight,
      rows: this.rows,
      shown: this.shown,
      find: this.find,
      on: this.on,
      plan: this.plan,
      key: this.key,
      tempo: this.tempo,
      sound: this.sound,
      seed: this.seed,
      temperature: this.temperature,
      meter: this.meter,
      mode: this.mode,
      tonic: this.tonic,
      begin: this.begin,
      tunes: this.count,
      ...this.panes.layout,
    };
  }

  get address(): string {
    return writeAddress(this.view());
  }

  async useModel(id: string): Promise<void> {
    try {
      this.model = await this.api.model(id);
    } catch (error) {
      this.fail(error);
    }
  }

  /** Shows a tune, beside another where one is named. */
  async choose(id: string, other: string | null = null, afresh = true): Promise<void> {
    this.coming = id;
    try {
      const tune = await this.api.tune(id, afresh ? null : this.key);
      const [beside, comparison] = other === null ? [null, null] : await this.#beside(tune, other);
      if (this.coming !== id) return;
      this.playing = false;
      this.key = (afresh ? null : this.key) ?? tune.key;
      this.tune = tune;
      this.other = beside;
      this.comparison = comparison;
      if (this.model !== null && tune.model !== this.model.id && this.models.some((model) => model.id === tune.model))
        await this.useModel(tune.model);
      if (afresh) {
        this.heard = 'tune';
        this.selection = this.selection === null || this.selection.units.length === 0 ? null : { ...this.selection, steps: null };
        this.sight = null;
        this.cursor = 0;
      } else this.cursor = Math.min(this.cursor, Math.max(0, tune.tune.tokens.length - 1));
    } catch (error) {
      this.fail(error);
    } finally {
      if (this.coming === id) this.coming = null;
    }
  }

  /** Another tune in the key of this one, and how the two compare. */
  #beside(tune: TuneDetail, other: string): Promise<[TuneDetail, TuneComparison]> {
    return Promise.all([this.api.tune(other, tune.tonic), this.api.compare(tune.id, other)]);
  }

  /** Shows and plays the tune, and what it is compared with, in another key, which they keep; null for the tune's own. */
  async useKey(tonic: string | null): Promise<void> {
    const { tune, other } = this;
    if (tune === null) return;
    this.key = tonic;
    try {
      const shown = await this.api.tune(tune.id, tonic ?? tune.ownTonic);
      const beside = other === null ? null : await this.api.tune(other.id, shown.tonic);
      // Whoever goes through the keys has the last one.
      if (this.key !== tonic || this.tune?.id !== tune.id || this.other?.id !== other?.id) return;
      this.tune = shown;
      this.other = beside;
      if (shown.unmoved !== null) {
        this.key = shown.key;
        this.notice = { kind: 'error', text: `The tune cannot be moved. ${shown.unmoved}` };
        return;
      }
      await Promise.all([tune, ...(other === null ? [] : [other])].map(({ id }) => this.#change(id, { key: tonic ?? '' })));
    } catch (error) {
      if (this.key === tonic) this.key = tune.key;
      this.fail(error);
    }
  }

  /** Compares the tune with another; null ends it. */
  async compareWith(id: string | null): Promise<void> {
    try {
      const { tune } = this;
      const [other, comparison] = id === null || tune === null ? [null, null] : await this.#beside(tune, id);
      if (this.tune?.id !== tune?.id) return;
      this.other = other;
      this.comparison = comparison;
      if (id === null) this.heard = 'tune';
    } catch (error) {
      this.fail(error);
    }
  }

  /** Moves the cursor, held inside the tune. */
  moveTo(step: number): void {
    this.cursor = Math.max(0, Math.min(this.steps - 1, Math.round(step)));
  }

  moveLayer(by: number): void {
    this.layer = Math.max(1, Math.min(this.model?.layers ?? 1, this.layer + by));
  }

  /** Asks for tunes, takes the tokens as they are drawn, and shows the first whole one. */
  async write(request: Partial<WriteRequest> & { prime: string }): Promise<void> {
    if (this.writing !== null || this.session === null || this.model === null) return;
    const full: WriteRequest = {
      model: this.model.id,
      seed: this.seed,
      tunes: this.count,
      temperature: this.temperature,
      limit,
      key: this.tonic,
      ...request,
    };
    this.playing = false;
    this.notice = null;
    this.#stop = new AbortController();
    this.writing = { request: full, tokens: [], names: [], whole: 0 };
    let shown = false;
    try {
      for await (const event of this.api.write(this.session.id, full, this.#stop.signal)) {
        if (event.kind === 'failed') throw event.problem;
        if (event.kind === 'tokens') {
          const add = (to: string[][], more: readonly string[]): string[][] => {
            const all = [...to];
            all[event.index] = [...(all[event.index] ?? []).slice(0, event.from), ...more];
            return all;
          };
          this.writing = { ...this.writing, tokens: add(this.writing.tokens, event.tokens), names: add(this.writing.names, event.names) };
        } else {
          this.tunes = [...this.tunes, event.tune];
          this.writing = { ...this.writing, whole: this.writing.whole + 1 };
          if (!shown) {
            shown = true;
            await this.choose(event.tune.id, full.baseline ?? null);
          }
        }
      }
    } catch (error) {
      this.fail(error);
    } finally {
      this.#stop = null;
      this.writing = null;
    }
  }

  /** Stops the network; tunes that are whole stay. */
  cancel(): void {
    this.#stop?.abort();
  }

  /** Makes the tune again under the plan, with the same random numbers or, where it was read, with the same tokens, and compares. */
  async runPlan(): Promise<void> {
    const from = this.other !== null && this.tune?.baseline === this.other.id && this.tune.plan !== null ? this.other : this.tune;
    if (from === null || this.plan.length === 0) return;
    if (from.seed === null) await this.#readAgain(from);
    else
      await this.write({
        model: from.model,
        seed: from.seed,
        tunes: 1,
        temperature: from.temperature,
        prime: from.prime,
        limit: from.limit,
        plan: { operations: this.plan },
        baseline: from.id,
        key: this.key,
      });
  }

  /** Has the network read a tune of the person's own again under the plan: what it reads stays, what goes on inside and what it expects may not. */
  async #readAgain(from: TuneDetail): Promise<void> {
    if (this.reading || this.session === null) return;
    this.reading = true;
    this.notice = null;
    try {
      const given = await this.api.given(this.session.id, {
        model: from.model,
        text: from.written ?? from.prime,
        name: `${from.name}, operated`.slice(0, 200),
        plan: { operations: this.plan },
        baseline: from.id,
      });
      this.tunes = [...this.tunes, given];
      await this.choose(given.id, from.id);
    } catch (error) {
      this.fail(error);
    } finally {
      this.reading = false;
    }
  }

  async rename(id: string, name: string): Promise<void> {
    await this.#change(id, { name });
  }

  async star(id: string, starred: boolean): Promise<void> {
    await this.#change(id, { starred });
  }

  async #change(id: string, change: { name?: string; starred?: boolean; key?: string }): Promise<void> {
    try {
      const changed = await this.api.changeTune(id, change);
      this.tunes = this.tunes.map((tune) => (tune.id === id ? changed : tune));
      if (this.tune?.id === id) this.tune = { ...this.tune, ...changed };
      if (this.other?.id === id) this.other = { ...this.other, ...changed };
    } catch (error) {
      this.fail(error);
    }
  }

  async remove(id: string): Promise<void> {
    try {
      await this.api.deleteTune(id);
      const at = this.tunes.findIndex((tune) => tune.id === id);
      this.tunes = this.tunes.filter((tune) => tune.id !== id);
      if (this.other?.id === id) await this.compareWith(null);
      if (this.tune?.id !== id) return;
      this.playing = false;
      this.tune = null;
      this.other = null;
      this.comparison = null;
      const next = this.tunes[Math.min(at, this.tunes.length - 1)];
      if (next !== undefined) await this.choose(next.id);
    } catch (error) {
      this.fail(error);
    }
  }

  #leave(): void {
    this.cancel();
    this.playing = false;
    this.tune = null;
    this.other = null;
    this.comparison = null;
    this.selection = null;
    this.history.clear();
    this.cursor = 0;
  }

  async newSession(name: string): Promise<void> {
    try {
      const session = await this.api.newSession(name);
      this.#leave();
      this.#take(session);
    } catch (error) {
      this.fail(error);
    }
  }

  async useSession(id: string): Promise<void> {
    try {
      const session = await this.api.session(id);
      this.#leave();
      this.#take(session);
      if (this.tunes.length > 0) await this.choose(this.tunes.at(-1)!.id);
    } catch (error) {
      this.fail(error);
    }
  }

  async renameSession(name: string): Promise<void> {
    const { session } = this;
    if (session === null) return;
    try {
      await this.api.renameSession(session.id, name);
      this.session = { ...session, name };
      this.sessions = this.sessions.map((other) => (other.id === session.id ? { ...other, name } : other));
    } catch (error) {
      this.fail(error);
    }
  }

  async deleteSession(): Promise<void> {
    const { session } = this;
    if (session === null) return;
    try {
      await this.api.deleteSession(session.id);
      this.#leave();
      this.sessions = this.sessions.filter(({ id }) => id !== session.id);
      const next = this.sessions.at(-1);
      if (next === undefined) await this.newSession('My first session');
      else await this.useSession(next.id);
    } catch (error) {
      this.fail(error);
    }
  }

  async importSession(text: string): Promise<void> {
    try {
      const session = await this.api.importSession(text);
      this.#leave();
      this.#take(session);
      if (this.tunes.length > 0) await this.choose(this.tunes.at(-1)!.id);
      this.tell(`“${session.name}” is here, with ${session.tunes.length} ${session.tunes.length === 1 ? 'tune' : 'tunes'}.`);
    } catch (error) {
      this.fail(error);
    }
  }

  /** Takes a tune of the person's own: the network reads it. Of several tunes in the text, the one with the number, from 1. */
  async give(text: string, name: string, tune: number | null = null): Promise<void> {
    if (this.session === null || this.model === null) return;
    const { id: model } = this.model;
    const given = await this.api.given(this.session.id, { model, text, name: name === '' ? null : name, tune });
    this.tunes = [...this.tunes, given];
    const [{ remark }] = await Promise.all([this.api.check(model, text), this.choose(given.id)]);
    if (remark !== null) this.tell(`${remark}.`);
  }
}
