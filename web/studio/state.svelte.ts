import {
  plainView,
  readAddress,
  writeAddress,
  type Find,
  type Generator,
  type OrderBy,
  type Selection,
  type Shown,
  type View,
  type WindowName,
} from './address.ts';
import type { Client } from './api/client.ts';
import { sentence, stopped, unreachable } from './api/problem.ts';
import type {
  LiveEvent,
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
import { Effects } from './effects/effects.svelte.ts';
import { History } from './history.svelte.ts';
import { newSession } from './keeping/sessions.ts';
import { addedTunes, type Sight } from './keeping/tunes.ts';
import { Elsewhere } from './live/elsewhere.ts';
import { follow } from './live/follow.ts';
import { OwnRuns } from './live/own-runs.ts';
import { Runs } from './live/runs.svelte.ts';
import { Shelf } from './shelf/shelf.svelte.ts';
import { Panes } from './panes.svelte.ts';
import { Bars } from './reading/bars.svelte.ts';
import { plainSound, type SoundChoice } from './reading/sound-choice.ts';

/** Something to tell the person. */
export interface Notice {
  kind: 'error' | 'done';
  text: string;
  /** Whether what it tells of is the last that was done, and can be undone. */
  undoes?: boolean;
}

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
  /** A tune is cut when it holds one token more than this, `<s>` counted. */
  limit = $state(plainView().limit);
  /** Which random numbers draw which token. */
  generator = $state<Generator>('independent');

  /** What plans do over many seeds. */
  readonly effects = new Effects(this);
  /** What is being written in all sessions, and this page's run in the session in sight; those after it wait. */
  readonly runs = new Runs();
  readonly shelf: Shelf;
  readonly #ofSession = $derived(this.runs.of(this.session?.id));
  readonly writing = $derived(this.#ofSession[0] ?? null);
  readonly waiting = $derived(Math.max(0, this.#ofSession.length - 1));
  readonly #own: OwnRuns;
  /** Why the plan cannot be run as it is typed; null where it can. */
  planFault = $state<string | null>(null);
  /** Whether a tune of the person's own is being read again under the plan. */
  reading = $state(false);
  notice = $state.raw<Notice | null>(null);
  /** Whether the first answers have come. */
  ready = $state(false);
  /** Whether the studio answers. */
  reached = $state(true);
  /** Whether an address is being gone to: until it is there the view is none to keep. */
  going = $state(false);

  /** Steps of the tune. */
  readonly steps = $derived(this.tune?.tune.tokens.length ?? 0);
  /** Steps of the shared axis: those of the longer of two compared tunes. */
  readonly axis = $derived(Math.max(this.steps, this.other?.tune.tokens.length ?? 0));
  readonly inSight = $derived<[number, number]>(
    this.sight === null || this.sight[0] >= this.axis ? [0, this.axis] : [this.sight[0], Math.min(this.sight[1], this.axis)],
  );
  /** The first step whose token differs between the two compared tunes; null where none does or nothing is compared. */
  readonly divergence = $derived(this.comparison?.firstDivergence ?? null);

  /** How many changes of this page are under way, of which it tells itself. */
  #busy = 0;
  readonly #elsewhere = new Elsewhere(
    () => this.refresh(),
    () => this.#busy > 0,
  );
  /** Whether a tune that was given just now is read: what is only fetched ahead waits. */
  taking = $state(false);
  /** How many there were: what was asked before one of them is old. */
  #acts = 0;
  #met = false;
  /** How many addresses were gone to. */
  #ways = 0;
  /** The last request for tunes, until it was answered. */
  #asked: Promise<unknown> = Promise.resolve();

  constructor(api: Client) {
    this.api = api;
    this.shelf = new Shelf(api);
    this.#own = new OwnRuns(this);
  }

  /** Tells the person what went wrong, unless it was stopped on purpose. */
  fail(error: unknown): void {
    if (stopped(error)) return;
    this.notice = { kind: 'error', text: sentence(error) };
  }

  tell(text: string, undoes = false): void {
    this.notice = { kind: 'done', text, undoes };
  }

  /** Something was done in this session that can be undone and done again. */
  did(what: string, undo: () => Promise<unknown>, redo: () => Promise<unknown>, merge: string | null = null): void {
    const session = this.session?.id;
    const there = (act: () => Promise<unknown>) => async (): Promise<void> => {
      if (session !== undefined && this.session?.id !== session) await this.enter(await this.api.session(session));
      await act();
    };
    this.history.add({ what, undo: there(undo), redo: there(redo), merge });
  }

  /** Takes the last thing back, or does again what was taken back last, and says what. */
  async back(which: 'undo' | 'redo'): Promise<void> {
    this.notice = null;
    try {
      const what = await this.history[which]();
      if (what === null) this.tell(which === 'undo' ? 'There is nothing to undo.' : 'There is nothing to do again.');
      else if ((this.notice as Notice | null)?.kind !== 'error') this.tell(`${which === 'undo' ? 'Undone' : 'Done again'}: ${what}.`);
    } catch (error) {
      this.fail(error);
    }
  }

  nameOf(id: string): string {
    return this.tunes.find((tune) => tune.id === id)?.name ?? 'the tune';
  }

  /** What is in sight, where a tune is part of it. */
  inSightWith(id: string): Sight | null {
    const { tune, other } = this;
    return tune !== null && (tune.id === id || other?.id === id) ? { tune: tune.id, other: other?.id ?? null } : null;
  }

  /** Changes the plan; changes of one kind that follow each other are undone together. */
  usePlan(plan: readonly Operation[], what = 'the plan changed', merge: string | null = null): void {
    const before = this.plan;
    this.plan = [...plan];
    const put = (to: readonly Operation[]) => async (): Promise<void> => {
      this.plan = [...to];
    };
    this.did(what, put(before), put(plan), merge);
  }

  /** Does something of which other pages are told, and this one not: it knows. */
  async alone<T>(act: () => Promise<T>): Promise<T> {
    this.#busy++;
    this.#acts++;
    try {
      return await act();
    } finally {
      if (--this.#busy === 0) void this.#elsewhere.still();
    }
  }

  /** Something happened in the studio, here or on another page. */
  hear(event: LiveEvent): void {
    this.runs.hear(event);
    this.shelf.hear(event);
    this.effects.hear(event);
    const { name, data } = event;
    if (name === 'here') {
      if (this.#met) void this.#elsewhere.changed();
      this.#met = true;
    } else if (name === 'elsewhere' || (name === 'session' && this.#busy === 0)) void this.#elsewhere.changed();
    else if (name === 'tune' && data.tune.session === this.session?.id) this.#put(data.tune);
    else if (name === 'gone' && data.session === this.session?.id) void this.drop(data.tune);
    void this.#own.hear(event);
  }

  reach(reached: boolean): void {
    if (reached === this.reached) return;
    this.reached = reached;
    if (!reached) this.notice = { kind: 'error', text: unreachable };
    else if (this.notice?.text === unreachable) this.tell('The studio answers again.');
  }

  /** Puts a tune of the session into its list, or what was changed about it. */
  #put(tune: TuneSummary): void {
    const known = this.tunes.find(({ id }) => id === tune.id);
    if (known !== undefined && JSON.stringify(known) === JSON.stringify(tune)) return;
    this.tunes = known !== undefined ? this.tunes.map((old) => (old.id === tune.id ? tune : old)) : [...this.tunes, tune];
    const movedElsewhere = this.#busy === 0 && this.tune?.id === tune.id && this.tune.key !== tune.key;
    if (this.tune?.id === tune.id) this.tune = { ...this.tune, ...tune };
    if (this.other?.id === tune.id) this.other = { ...this.other, ...tune };
    if (!movedElsewhere) return;
    this.key = null;
    void this.choose(tune.id, this.other?.id ?? null, false);
  }

  /** Asks again what there is: something was changed on another page, or by another studio on the same data. False where the answer was old. */
  async refresh(): Promise<boolean> {
    const acts = this.#acts;
    try {
      const sessions = await this.api.sessions();
      if (acts !== this.#acts) return false;
      this.sessions = sessions;
      const { session, tunes } = this;
      if (session === null) return true;
      if (!this.sessions.some(({ id }) => id === session.id)) {
        this.notice = {
          kind: 'error',
          text: `The session “${session.name}” was deleted on another page. “Recently deleted” in the session menu has it back.`,
        };
        const next = this.sessions.at(-1);
        if (next === undefined) await newSession(this);
        else await this.enter(await this.api.session(next.id));
        return true;
      }
      const now = await this.api.session(session.id);
      if (acts !== this.#acts || this.session?.id !== session.id) return false;
      // Of a tune that was told of meanwhile the answer may know nothing.
      if (this.tunes !== tunes) return await this.refresh();
      for (const tune of now.tunes) if (tune.id === this.tune?.id || tune.id === this.other?.id) this.#put(tune);
      this.take(now);
      for (const shown of [this.other, this.tune])
        if (shown !== null && !now.tunes.some(({ id }) => id === shown.id)) await this.drop(shown.id);
    } catch (error) {
      // A studio that does not answer is told once, by whoever follows it.
      if (this.reached && acts === this.#acts) this.fail(error);
    }
    return true;
  }

  /** Asks the server what there is and shows what the address names. */
  async start(hash: string): Promise<void> {
    const view = readAddress(hash);
    this.#show(view);
    try {
      [this.models, this.sessions] = await Promise.all([this.api.models(), this.api.sessions()]);
      await Promise.all([this.#takeModel(view.model), this.#enter(view)]);
    } catch (error) {
      this.fail(error);
    }
    this.ready = true;
    follow(this.api, { hear: (event) => this.hear(event), reach: (reached) => this.reach(reached) });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.refresh();
    });
  }

  /** Takes the model that an address names, or the one that pages open with; where its file cannot be read, the first that can. */
  async #takeModel(named: string | null): Promise<void> {
    const known = this.models.some(({ id }) => id === named);
    if (named !== null && !known)
      this.notice = {
        kind: 'error',
        text: 'The model that this address names is not here; another is used. Start the studio with lilt serve --model FILE to have it.',
      };
    const rank = ({ id, isDefault, state }: ModelSummary): number => (id === named ? 0 : isDefault ? 1 : state === 'failed' ? 3 : 2);
    let fault: string | null = null;
    for (const { id } of this.models.toSorted((one, other) => rank(one) - rank(other))) {
      try {
        this.model = await this.api.model(id);
        break;
      } catch (error) {
        fault ??= sentence(error);
      }
    }
    if (this.model === null)
      this.notice = {
        kind: 'error',
        text: `${fault ?? 'There is no model to write with.'} Start the studio with lilt serve --model FILE.`,
      };
    else if (fault !== null) this.notice = { kind: 'error', text: `${fault} “${this.model.name}” is used instead.` };
    if (fault !== null) this.models = await this.api.models();
  }

  /**
   * Goes to the view of an address, as the browser's Back and Forward do; where another is gone to meanwhile, that one holds.
   * @param arrived is called when the view is there, and before it is kept as the page's.
   */
  async goTo(hash: string, arrived: () => void): Promise<void> {
    const view = readAddress(hash);
    const way = ++this.#ways;
    this.going = true;
    try {
      if (view.session !== null && view.session !== this.session?.id) {
        const session = await this.api.session(view.session);
        this.leave();
        this.take(session);
      }
      this.#show(view);
      if (view.tune === null) this.#clear();
      else await this.choose(view.tune, view.other, false);
      if (view.model !== null && view.model !== this.model?.id) await this.useModel(view.model);
    } catch (error) {
      this.fail(error);
    } finally {
      if (way === this.#ways) {
        arrived();
        this.going = false;
      }
    }
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
    this.limit = view.limit;
    this.generator = view.generator;
    this.panes.layout = view;
  }

  async #enter(view: View): Promise<void> {
    const known = this.sessions.find(({ id }) => id === view.session);
    const session = known ?? this.sessions.at(-1);
    if (session === undefined) await newSession(this);
    else this.take(await this.api.session(session.id));
    if (view.session !== null && known === undefined)
      this.notice = {
        kind: 'error',
        text: `The session that this address names is not here: “${this.session?.name ?? ''}” is open instead. It may have been deleted, which “Recently deleted” in the session menu undoes, or belong to another computer: import its file.`,
      };
    else if (view.tune !== null) {
      await this.choose(view.tune, view.other, false);
      return;
    }
    if (this.tunes.length > 0) await this.choose(this.tunes.at(-1)!.id, null, false);
  }

  /** Has a session in sight. */
  take({ tunes, ...session }: Session): void {
    const summary = { ...session, tunes: tunes.length };
    this.session = summary;
    this.tunes = tunes;
    void this.effects.look(session.id);
    this.sessions = this.sessions.some(({ id }) => id === session.id)
      ? this.sessions.map((old) => (old.id === session.id ? summary : old))
      : [...this.sessions, summary];
  }

  /** Goes to a session, and shows its newest tune. */
  async enter(session: Session): Promise<void> {
    this.leave();
    this.take(session);
    if (this.tunes.length > 0) await this.choose(this.tunes.at(-1)!.id);
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
      limit: this.limit,
      generator: this.generator,
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
      // Why it cannot be read stands in the menu from now on.
      await this.lookForModels();
    }
  }

  /** Asks again which models there are, and what is known of them. */
  async lookForModels(): Promise<void> {
    try {
      this.models = await this.api.models();
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
      const both = [tune, ...(other === null ? [] : [other])];
      await this.alone(() => Promise.all(both.map(({ id }) => this.change(id, { key: tonic ?? '' }))));
      const put = (keys: readonly (string | null)[]) => (): Promise<void> =>
        this.alone(async () => {
          await Promise.all(both.map(({ id }, at) => this.change(id, { key: keys[at] ?? '' })));
          this.key = null;
          await this.choose(tune.id, other?.id ?? null, false);
        });
      this.did('the key changed', put(both.map(({ key }) => key)), put(both.map(() => tonic)));
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

  /** Asks for tunes, and waits until they are there: the first is shown when it is whole. What is asked for meanwhile waits its turn. */
  async write(request: Partial<WriteRequest> & { prime: string }): Promise<void> {
    const { session, model } = this;
    if (session === null || model === null) return;
    const full: WriteRequest = {
      model: model.id,
      seed: this.seed,
      tunes: this.count,
      temperature: this.temperature,
      limit: this.limit,
      generator: this.generator,
      key: this.tonic,
      ...request,
    };
    this.playing = false;
    this.notice = null;
    try {
      // One after another: what is asked for first is written first.
      const asked = this.#asked.then(() => this.api.write(session.id, full));
      this.#asked = asked.catch(() => {});
      const { job } = await asked;
      await this.#own.follow(job, { baseline: full.baseline ?? null, key: full.key ?? null, before: this.#sight() });
    } catch (error) {
      this.fail(error);
    }
  }

  #sight(): Sight | null {
    return this.tune === null ? null : { tune: this.tune.id, other: this.other?.id ?? null };
  }

  /** Shows a tune that was asked for on this page. */
  async showWritten(tune: TuneSummary, baseline: string | null, key: string | null): Promise<void> {
    if (tune.session !== this.session?.id) return;
    await this.choose(tune.id, baseline === tune.id ? null : baseline);
    if (key !== null && this.tune?.id === tune.id && this.tune.key !== key && this.tune.tonic !== key) await this.useKey(key);
  }

  /** Stops the network, what waits first; tunes that are whole stay. */
  cancel(): void {
    for (const { job } of this.#ofSession.toReversed()) this.api.stopRun(job).catch((error: unknown) => this.fail(error));
  }

  /** The tune that a plan is run on: the one in sight, or the one that it was made from under a plan. */
  get untouched(): TuneSummary | null {
    const { tune } = this;
    return tune === null || tune.plan === null ? tune : (this.tunes.find(({ id }) => id === tune.baseline) ?? tune);
  }

  /** Makes the tune again under the plan, with the same random numbers or, where it was read, with the same tokens, and compares. */
  async runPlan(): Promise<void> {
    const from = this.untouched;
    if (from === null || this.plan.length === 0) return;
    if (this.planFault !== null) {
      this.notice = { kind: 'error', text: this.planFault };
      return;
    }
    if (from.seed === null) await this.#readAgain(from);
    else
      await this.write({
        model: from.model,
        seed: from.seed,
        tunes: 1,
        temperature: from.temperature,
        prime: from.prime,
        limit: from.limit,
        generator: from.generator,
        plan: { operations: this.plan },
        baseline: from.id,
        key: this.key,
      });
  }

  /** Has the network read a tune of the person's own again under the plan: what it reads stays, what goes on inside and what it expects may not. */
  async #readAgain(from: TuneSummary): Promise<void> {
    if (this.reading || this.session === null) return;
    this.reading = true;
    this.notice = null;
    const before = this.#sight();
    try {
      const { written } = await this.api.tune(from.id);
      const given = await this.api.given(this.session.id, {
        model: from.model,
        text: written ?? from.prime,
        plan: { operations: this.plan },
        baseline: from.id,
      });
      this.#put(given);
      await this.choose(given.id, from.id);
      addedTunes(this, [given.id], before);
    } catch (error) {
      this.fail(error);
    } finally {
      this.reading = false;
    }
  }

  /** Changes what is said of a tune; false where it cannot be. */
  async change(id: string, change: { name?: string; starred?: boolean; key?: string }): Promise<boolean> {
    try {
      this.#put(await this.alone(() => this.api.changeTune(id, change)));
      return true;
    } catch (error) {
      this.fail(error);
      return false;
    }
  }

  /** A tune is no more: what is shown goes on to the next. */
  async drop(id: string): Promise<void> {
    const at = this.tunes.findIndex((tune) => tune.id === id);
    this.tunes = this.tunes.filter((tune) => tune.id !== id);
    if (this.other?.id === id) await this.compareWith(null);
    if (this.tune?.id !== id) return;
    this.#clear();
    const next = this.tunes.at(Math.min(at, this.tunes.length - 1));
    if (next !== undefined) await this.choose(next.id);
  }

  #clear(): void {
    this.playing = false;
    this.tune = null;
    this.other = null;
    this.comparison = null;
  }

  /** Has nothing of a session in sight any more; what it writes goes on. */
  leave(): void {
    this.#clear();
    this.selection = null;
    this.cursor = 0;
  }

  /** Takes a tune of the person's own: the network reads it. Of several tunes in the text, the one with the number, from 1. */
  async give(text: string, name: string, tune: number | null = null): Promise<void> {
    if (this.session === null || this.model === null) return;
    const { id: model } = this.model;
    const before = this.#sight();
    this.taking = true;
    try {
      const given = await this.api.given(this.session.id, { model, text, name: name === '' ? null : name, tune });
      this.#put(given);
      await this.choose(given.id);
      addedTunes(this, [given.id], before);
    } finally {
      this.taking = false;
    }
    const { remark } = await this.api.check(model, text);
    if (remark !== null) this.tell(`${remark}.`);
  }
}
