import type { Playback } from '../../score/sound.ts';
import { clicksOf, countIn, placesOf } from '../../score/measure-places.ts';
import { swung } from '../../score/swing.ts';
import { beatOf } from '../../score/tempo.ts';
import type { TuneDetail } from '../api/shapes.ts';
import type { StudioState } from '../state.svelte.ts';
import { rampedPace, type SoundChoice } from './sound-choice.ts';
import { timelineOf, type Timeline } from './timeline.ts';

/** Seconds a whole note lasts at the page's tempo. */
export const wholeNoteOf = (tune: TuneDetail, tempo: number | null): number =>
  60 / (tempo === null ? tune.wholeNotesPerMinute : tempo * beatOf(tune.tune.meter));

/** Beats a minute of the meter's beat at which a tune is usually played. */
export const usualTempo = (tune: TuneDetail): number => Math.round(tune.wholeNotesPerMinute / beatOf(tune.tune.meter));

/** Plays the tune that is heard, from the cursor, and moves the cursor with it. */
export class Player {
  readonly #studio: StudioState;
  #playback: Playback | null = null;
  #frame = 0;
  /** Where it was stopped, and the cursor and tune there: going on from there keeps the pass of a repeat. */
  #pause: { at: number; step: number; tune: string } | null = null;
  level = $state(0);
  /** The share of the tempo that the round has which is heard. */
  pace = $state(1);

  constructor(studio: StudioState) {
    this.#studio = studio;
  }

  get tune(): TuneDetail | null {
    return this.#studio.heard === 'other' ? this.#studio.other : this.#studio.tune;
  }

  async toggle(): Promise<void> {
    if (this.#studio.playing) this.pause();
    else await this.play();
  }

  pause(): void {
    this.#studio.playing = false;
    this.#rest();
  }

  /** Stops the sound where something else has put an end to `playing`. */
  #rest(): void {
    cancelAnimationFrame(this.#frame);
    if (this.#playback !== null && this.tune !== null) {
      this.#playback.stop();
      this.#pause = { at: this.#playback.at, step: this.#studio.cursor, tune: this.tune.id };
    }
    this.#playback = null;
    this.level = 0;
    this.pace = 1;
  }

  async play(quietly = false): Promise<void> {
    const studio = this.#studio;
    const { tune } = this;
    if (tune === null) return;
    this.#rest();
    const { sound } = studio;
    const { meter } = tune.tune;
    const places = placesOf(tune.bars, meter);
    const timeline = timelineOf(tune.notes, (events) => swung(events, places, meter, sound.swing));
    if (timeline.events.length === 0) {
      studio.notice = { kind: 'error', text: 'There is no note in this tune to play.' };
      return;
    }
    const loop = studio.looping ? loopOf(studio, timeline) : null;
    const resumes =
      this.#pause !== null && this.#pause.step === studio.cursor && this.#pause.tune === tune.id && this.#pause.at < timeline.length;
    const cursorAt = timeline.timeOf(studio.cursor);
    let from = resumes ? this.#pause!.at : cursorAt;
    if (loop !== null && (from < loop[0] || from >= loop[1])) from = loop[0];
    // Who only goes on needs no counting in.
    const counted =
      sound.countIn && !quietly
        ? countIn(
            places.find(({ to }) => from < to - 1e-6),
            from,
            meter,
          )
        : null;
    this.#pause = null;
    studio.playing = true;
    try {
      const { Playback: Sound } = await import('../../score/sound.ts');
      if (!studio.playing) return;
      this.#playback = await Sound.start(timeline.events, {
        length: timeline.length,
        wholeNote: wholeNoteOf(tune, studio.tempo),
        from,
        loop,
        instrument: sound.instrument,
        chords: sound.chords ? timelineOf(tune.accompaniment).events : [],
        clicks: sound.metronome ? clicksOf(places, meter) : [],
        before: counted,
        ...(loop !== null && sound.ramp ? { pace: rampedPace } : {}),
        ended: () => {
          this.#rest();
          this.#pause = null;
          studio.playing = false;
          studio.moveTo(0);
        },
      });
    } catch (error) {
      studio.playing = false;
      studio.notice = {
        kind: 'error',
        text: `The browser cannot play sound here (${error instanceof Error ? error.message : String(error)}). Export the tune as WAV or MIDI instead.`,
      };
      return;
    }
    const here = this.#playback;
    const each = (): void => {
      if (this.#playback !== here) return;
      if (!studio.playing || this.tune?.id !== tune.id) {
        this.#rest();
        return;
      }
      studio.moveTo(timeline.stepAt(here.at));
      this.level = here.level;
      if (loop !== null && sound.ramp) this.pace = rampedPace(here.round);
      this.#frame = requestAnimationFrame(each);
    };
    each();
  }

  /** Begins anew at the cursor, as after a jump or with another key, without counting in; nothing where it does not play. */
  async again(fromCursor: boolean): Promise<void> {
    if (!this.#studio.playing) return;
    this.#rest();
    if (fromCursor) this.#pause = null;
    await this.play(true);
  }

  /** Changes how it sounds, and goes on so. */
  async choose(change: Partial<SoundChoice>): Promise<void> {
    this.#studio.sound = { ...this.#studio.sound, ...change };
    await this.again(false);
  }

  /** Goes on at the page's tempo, where it plays. */
  retime(): void {
    const { tune } = this;
    if (this.#playback !== null && tune !== null) this.#playback.wholeNote = wholeNoteOf(tune, this.#studio.tempo);
  }
}

/** What goes round: the bars that are chosen on the score, else the chosen steps, else the whole tune. */
function loopOf(studio: StudioState, timeline: Timeline): [number, number] {
  const steps = studio.bars.steps ?? studio.selection?.steps ?? null;
  if (steps !== null) {
    const from = timeline.timeOf(steps[0]);
    const after = timeline.events.find((event) => event.at > from && timeline.stepAt(event.at) >= steps[1]);
    const to = after?.at ?? timeline.length;
    if (to > from) return [from, to];
  }
  return [0, timeline.length];
}
