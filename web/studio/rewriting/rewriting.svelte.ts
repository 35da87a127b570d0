import type { Playback } from '../../score/sound.ts';
import { sentence, stopped } from '../api/problem.ts';
import type { NoteLock, Offers, RewriteKind, RewriteRequest, TuneDetail } from '../api/shapes.ts';
import { recall, remember } from '../keeping/tab-memory.ts';
import { wholeNoteOf, type Player } from '../reading/player.svelte.ts';
import { chooseTune } from '../reading/tune-in-sight.ts';
import type { StudioState } from '../state.svelte.ts';
import { passageOf } from './passage.ts';

/** Offers that were made for a tune. */
export interface Made {
  /** The tune that is written again. */
  of: TuneDetail;
  request: RewriteRequest;
  /** What came so far; null before anything has. */
  view: Offers | null;
  /** The tunes that came of offers that were taken, by the offer's number. */
  taken: Readonly<Record<number, string>>;
}

/** Which of the ways is heard: what stands there, or an offer by its number. */
export type Heard = 'was' | number;

/** How many candidates are drawn where a tune is written on to its end: all of them count alike, and each is long. */
const onCandidates = 16;

/** Writing some of the tune again: what is kept, what is offered, what is heard of it, what was taken. */
export class Rewriting {
  readonly #studio: StudioState;
  readonly #player: Player;
  seed = $state(1);
  /** The name of an instrument whose range is kept; null for any notes. */
  range = $state<string | null>(null);
  /** How many bars the section has that an ending closes. */
  length = $state(8);
  /** What of the chosen bars stays, of one tune. */
  #locks = $state.raw<{ tune: string; locks: readonly NoteLock[] } | null>(null);
  #made = $state.raw<Made | null>(null);
  busy = $state(false);
  fault = $state.raw<string | null>(null);
  heard = $state<Heard>('was');
  /** Whether one of the ways sounds just now. */
  sounds = $state(false);
  #stop: AbortController | null = null;
  #playback: Playback | null = null;

  /** Those locks that stand in a chosen bar. */
  readonly locks = $derived.by<readonly NoteLock[]>(() => {
    const { chosen } = this.#studio.bars;
    return this.#locks === null || this.#locks.tune !== this.#studio.tune?.id || chosen === null
      ? []
      : this.#locks.locks.filter(({ measure }) => measure >= chosen.from && measure <= chosen.to);
  });
  /** The offers, where they are of the tune in sight, or it is one that came of them. */
  readonly made = $derived.by<Made | null>(() => {
    const id = this.#studio.tune?.id;
    return this.#made !== null && (this.#made.of.id === id || Object.values(this.#made.taken).includes(id ?? '')) ? this.#made : null;
  });
  /** The offer that is in sight as a tune; null where it is what stood there. */
  readonly current = $derived(
    Number(Object.entries(this.made?.taken ?? {}).find(([, tune]) => tune === this.#studio.tune?.id)?.[0] ?? Number.NaN) || null,
  );

  constructor(studio: StudioState, player: Player) {
    this.#studio = studio;
    this.#player = player;
  }

  setLocks(locks: readonly NoteLock[]): void {
    const { tune } = this.#studio;
    if (tune !== null) this.#locks = { tune: tune.id, locks };
  }

  /** Asks for offers; what stood in the pane goes. */
  async ask(kind: RewriteKind): Promise<void> {
    const studio = this.#studio;
    const { tune } = studio;
    const { chosen, list } = studio.bars;
    if (tune === null) return;
    if (chosen === null && kind !== 'otherEnding' && kind !== 'octaves') {
      this.fault = 'Choose bars first: drag over them on the score, or press b and use the arrow keys.';
      return;
    }
    const bars = chosen ?? { from: Math.max(1, list.length - 1), to: Math.max(1, list.length) };
    const request: RewriteRequest = {
      kind,
      ...bars,
      length: this.length,
      locks: kind === 'bars' ? [...this.locks] : [],
      range: this.range,
      semitones: tune.semitones,
      offers: 4,
      candidates: kind === 'continue' ? onCandidates : 256,
      temperature: studio.next.temperature,
      seed: this.seed,
    };
    await this.#draw(tune, request, {});
  }

  /** Takes up what a page that was loaded again had in sight: the same request has the same offers. */
  async resume(): Promise<void> {
    const studio = this.#studio;
    const asked = recall<Asked>(storage);
    const id = studio.tune?.id;
    if (asked === null || id === undefined || (asked.tune !== id && !Object.values(asked.taken).includes(id))) return;
    const { request, taken } = asked;
    if (request.kind === 'bars') studio.bars.choose(request.from, request.to);
    [this.seed, this.range, this.length] = [request.seed, request.range, request.length];
    const isWhole = id !== asked.tune;
    this.setLocks((request.locks ?? []).filter(({ note }) => !isWhole || (note ?? null) === null));
    try {
      await this.#draw(studio.tune?.id === asked.tune ? studio.tune : await studio.api.tune(asked.tune), request, taken);
    } catch (error) {
      studio.fail(error);
    }
  }

  async #draw(tune: TuneDetail, request: RewriteRequest, taken: Made['taken']): Promise<void> {
    this.cancel();
    this.hush();
    const stop = new AbortController();
    this.#stop = stop;
    this.busy = true;
    this.fault = null;
    this.heard = 'was';
    this.#made = { of: tune, request, view: null, taken };
    remember(storage, { tune: tune.id, request, taken } satisfies Asked);
    try {
      for await (const view of this.#studio.api.rewrite(tune.id, request, stop.signal)) {
        if (this.#stop !== stop) return;
        this.#made = { of: tune, request, view, taken };
      }
    } catch (error) {
      if (this.#stop === stop && !stopped(error)) {
        this.#made = null;
        this.fault = sentence(error);
      }
    } finally {
      if (this.#stop === stop) {
        this.#stop = null;
        this.busy = false;
      }
    }
  }

  /** The same again with other random numbers. */
  async others(): Promise<void> {
    const { made } = this;
    if (made === null) return;
    this.seed += 1;
    if (this.#studio.tune?.id !== made.of.id) await this.#show(made.of.id, made.request);
    await this.ask(made.request.kind);
  }

  cancel(): void {
    this.#stop?.abort();
    this.#stop = null;
    this.busy = false;
  }

  close(): void {
    this.cancel();
    this.hush();
    this.#made = null;
    this.fault = null;
    remember(storage, null);
  }

  /** Shows an offer as a tune of the session, or what stood there again; the tune that it came of stays, and undoing goes back. */
  async take(which: Heard): Promise<void> {
    const studio = this.#studio;
    const { made } = this;
    const before = studio.tune?.id;
    if (made === null || this.busy || before === undefined) return;
    this.busy = true;
    this.hush();
    try {
      const after = which === 'was' ? made.of.id : await this.#kept(made, which);
      if (after === before) return;
      this.heard = which;
      await this.#show(after, made.request);
      studio.did(
        which === 'was' ? 'back to what stood there' : (studio.tune?.done ?? 'an offer taken'),
        () => this.#show(before, made.request),
        () => this.#show(after, made.request),
      );
    } catch (error) {
      studio.fail(error);
    } finally {
      this.busy = false;
    }
  }

  /** The tune that an offer is kept as. */
  async #kept({ of, request, taken }: Made, offer: number): Promise<string> {
    const studio = this.#studio;
    const known = taken[offer];
    if (known !== undefined && studio.tunes.some((tune) => tune.id === known)) return known;
    const kept = await studio.api.takeOffer(of.id, { request, offer });
    if (!studio.tunes.some(({ id }) => id === kept.id)) studio.tunes = [...studio.tunes, kept];
    const now = this.#made;
    if (now !== null && now.request === request) {
      this.#made = { ...now, taken: { ...now.taken, [offer]: kept.id } };
      remember(storage, { tune: of.id, request, taken: this.#made.taken } satisfies Asked);
    }
    return kept.id;
  }

  /** Shows a tune at the place where it was, with its bars chosen. */
  async #show(id: string, { kind, from, to, locks }: RewriteRequest): Promise<void> {
    const studio = this.#studio;
    if (!studio.tunes.some((tune) => tune.id === id)) {
      studio.notice = { kind: 'error', text: 'The tune that this goes to has been deleted.' };
      return;
    }
    await chooseTune(studio, id, null, false);
    if (kind !== 'bars' || studio.tune?.id !== id) return;
    studio.bars.choose(from, to);
    // Bars that stay are the same in all of the offers; which note is the second of a bar is not.
    this.setLocks((locks ?? []).filter(({ note }) => (note ?? null) === null));
  }

  /** Plays one of the ways, from two bars before to two bars after; stops it where it sounds. */
  async play(which: Heard): Promise<void> {
    if (this.sounds && this.heard === which) {
      this.hush();
      return;
    }
    const { made } = this;
    if (made?.view == null) return;
    const studio = this.#studio;
    const passage = which === 'was' ? made.view.was : made.view.offers.find(({ number }) => number === which)?.passage;
    if (passage === undefined) return;
    this.#player.pause();
    this.hush();
    this.heard = which;
    const heard = passageOf(passage.played, passage.heardFrom, passage.heardTo);
    if (heard === null) {
      studio.notice = { kind: 'error', text: 'There is no note in these bars to play.' };
      return;
    }
    this.sounds = true;
    try {
      const { Playback: Sound } = await import('../../score/sound.ts');
      if (!this.sounds || this.heard !== which) return;
      const playback = await Sound.start(heard.events, {
        length: heard.to,
        wholeNote: wholeNoteOf(made.of, studio.tempo),
        from: heard.from,
        semitones: made.of.semitones,
        ended: () => {
          if (this.#playback !== playback) return;
          this.#playback = null;
          this.sounds = false;
        },
      });
      this.#playback = playback;
    } catch (error) {
      this.sounds = false;
      studio.notice = {
        kind: 'error',
        text: `The browser cannot play sound here (${error instanceof Error ? error.message : String(error)}). Take the offer and export the tune as WAV or MIDI instead.`,
      };
    }
  }

  /** Plays what stood there and the offer in turn: the one that was taken or heard last, else the first. */
  async other(): Promise<void> {
    const offers = this.made?.view?.offers ?? [];
    if (offers.length === 0) return;
    this.#lastOffer = this.heard === 'was' ? this.#lastOffer : this.heard;
    const offer = this.current ?? this.#lastOffer ?? 1;
    await this.play(this.heard === 'was' ? offer : 'was');
  }
  #lastOffer: number | null = null;

  hush(): void {
    const playback = this.#playback;
    this.#playback = null;
    this.sounds = false;
    playback?.stop();
  }
}

/** What a page asked for, kept as long as its tab. */
interface Asked {
  tune: string;
  request: RewriteRequest;
  taken: Made['taken'];
}

const storage = 'lilt-rewriting';
