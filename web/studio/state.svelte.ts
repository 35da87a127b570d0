import { plainView, type Find, type OrderBy, type Selection, type Shown, type View, type WindowName } from './address.ts';
import type { Client } from './api/client.ts';
import { sentence, stopped } from './api/problem.ts';
import type {
  ModelDetail,
  ModelSummary,
  Operation,
  SessionSummary,
  SiteName,
  TuneComparison,
  TuneDetail,
  TuneSummary,
} from './api/shapes.ts';
import { Effects } from './effects/effects.svelte.ts';
import { History } from './history.svelte.ts';
import { enterSession } from './keeping/session-in-sight.ts';
import { InStep } from './live/in-step.svelte.ts';
import { OwnRuns } from './live/own-runs.ts';
import { Runs } from './live/runs.svelte.ts';
import { Panes } from './panes.svelte.ts';
import { Bars } from './reading/bars.svelte.ts';
import { plainSound, type SoundChoice } from './reading/sound-choice.ts';
import { Shelf } from './shelf/shelf.svelte.ts';
import { NextTune } from './writing/next-tune.svelte.ts';

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
  readonly next = new NextTune();
  /** What plans do over many seeds. */
  readonly effects = new Effects(this);
  /** What is being written in all sessions, and this page's run in the session in sight; those after it wait. */
  readonly runs = new Runs();
  readonly shelf: Shelf;
  readonly #ofSession = $derived(this.runs.of(this.session?.id));
  readonly writing = $derived(this.#ofSession[0] ?? null);
  readonly waiting = $derived(Math.max(0, this.#ofSession.length - 1));
  /** The runs of this page, waited for to their end. */
  readonly ownRuns: OwnRuns;
  readonly inStep = new InStep(this);
  /** Why the plan cannot be run as it is typed; null where it can. */
  planFault = $state<string | null>(null);
  /** Whether a tune of the person's own is being read again under the plan. */
  reading = $state(false);
  /** Whether a tune that was given just now is read: what is only fetched ahead waits. */
  taking = $state(false);
  notice = $state.raw<Notice | null>(null);
  /** Whether the first answers have come. */
  ready = $state(false);
  /** The view of an address that is being gone to; null for none. Until it is there what is seen is no view to keep. */
  going = $state.raw<View | null>(null);

  /** Steps of the tune. */
  readonly steps = $derived(this.tune?.tune.tokens.length ?? 0);
  /** Steps of the shared axis: those of the longer of two compared tunes. */
  readonly axis = $derived(Math.max(this.steps, this.other?.tune.tokens.length ?? 0));
  readonly inSight = $derived<[number, number]>(
    this.sight === null || this.sight[0] >= this.axis ? [0, this.axis] : [this.sight[0], Math.min(this.sight[1], this.axis)],
  );
  /** The first step whose token differs between the two compared tunes; null where none does or nothing is compared. */
  readonly divergence = $derived(this.comparison?.firstDivergence ?? null);

  constructor(api: Client) {
    this.api = api;
    this.shelf = new Shelf(api);
    this.ownRuns = new OwnRuns(this);
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
      if (session !== undefined && this.session?.id !== session) await enterSession(this, await this.api.session(session));
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

  /** Changes the plan; changes of one kind that follow each other are undone together. */
  usePlan(plan: readonly Operation[], what = 'the plan changed', merge: string | null = null): void {
    const before = this.plan;
    this.plan = [...plan];
    const put = (to: readonly Operation[]) => async (): Promise<void> => {
      this.plan = [...to];
    };
    this.did(what, put(before), put(plan), merge);
  }

  /** Moves the cursor, held inside the tune. */
  moveTo(step: number): void {
    this.cursor = Math.max(0, Math.min(this.steps - 1, Math.round(step)));
  }

  moveLayer(by: number): void {
    this.layer = Math.max(1, Math.min(this.model?.layers ?? 1, this.layer + by));
  }
}
