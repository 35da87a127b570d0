import * as Tone from 'tone';
import { chordStrings, clicker, clickPitch, instrument } from './instruments.ts';
import type { InstrumentName } from './instrument-names.ts';
import type { Click } from './measure-places.ts';

/** What sounds at one time. */
export interface SoundEvent {
  /** In whole notes from the beginning. */
  at: number;
  /** The sounding notes: MIDI pitch, and length in whole notes. */
  notes: readonly { pitch: number; length: number }[];
}

export interface PlaybackOptions {
  /** The whole length in whole notes. */
  length: number;
  /** Seconds a whole note. */
  wholeNote: number;
  /** Where to begin, in whole notes. */
  from?: number;
  /** From where to where it goes round, in whole notes, or null to end at the end. */
  loop?: readonly [number, number] | null;
  /** The share of the tempo that a round has, from 0; 1 for all unless told otherwise. */
  pace?: (round: number) => number;
  /** Half steps up. */
  semitones?: number;
  instrument?: InstrumentName;
  /** What is played to the chord names. */
  chords?: readonly SoundEvent[];
  /** The metronome's beats. */
  clicks?: readonly Click[];
  /** What is clicked before it begins, and for how long, in whole notes. */
  before?: { length: number; clicks: readonly Click[] } | null;
  /** Called once when it has ended by itself. */
  ended?: () => void;
}

interface Item {
  at: number;
  sound(time: number, wholeNote: number): void;
}

/** From a time of the audio's clock on the music goes on from a place, so many seconds a whole note. */
interface Stretch {
  time: number;
  at: number;
  wholeNote: number;
}

const near = 1e-6;
/** How far ahead of the clock notes are handed to the browser, in seconds: pages out of sight are woken once a second at the worst. */
const ahead = 0.3;
/** In seconds: what passes before the first sound, and in which a sound that is stopped falls silent. */
const start = 0.06;
const fall = 0.03;

let stopCurrent: () => void = () => {};

/** A tune that sounds, made on the spot. Only one does at a time: another's start stops it. */
export class Playback {
  readonly #items: Item[];
  readonly #options: PlaybackOptions;
  readonly #nodes: { dispose(): unknown }[];
  readonly #output: Tone.Volume;
  readonly #meter: Tone.Meter;
  readonly #stretches: Stretch[];
  readonly #fill: () => void;
  #wholeNote: number;
  #next: number;
  #round = 0;
  #filled: number;
  #endsAt: number | null = null;
  #sounding = true;
  #stoppedAt = 0;

  private constructor(items: Item[], options: PlaybackOptions, output: Tone.Volume, meter: Tone.Meter, nodes: { dispose(): unknown }[]) {
    const { from = 0, loop = null, before = null } = options;
    this.#items = items.toSorted((a, b) => a.at - b.at);
    this.#options = options;
    this.#output = output;
    this.#meter = meter;
    this.#nodes = nodes;
    this.#wholeNote = options.wholeNote;
    const at = from - (before?.length ?? 0);
    const time = now() + start;
    this.#stretches = [{ time, at, wholeNote: this.#paced(0) }];
    this.#filled = time;
    this.#next = this.#firstFrom(at);
    if (loop !== null && from >= loop[1]) throw new RangeError('what goes round ends before it begins');
    this.#fill = () => this.#handOver();
    Tone.getContext().on('tick', this.#fill);
    this.#handOver();
  }

  /** Begins to play. A browser allows it only in answer to a press of a key or a button. */
  static async start(events: readonly SoundEvent[], options: PlaybackOptions): Promise<Playback> {
    stopCurrent();
    await Tone.start();
    stopCurrent();
    const { semitones = 0, chords = [], clicks = [], before = null } = options;
    const meter = new Tone.Meter({ normalRange: true, smoothing: 0.6 });
    const output = new Tone.Volume(-9).connect(meter).toDestination();
    const melody = instrument(options.instrument ?? 'plucked', output);
    const strings = chordStrings(output);
    const metronome = clicker(output);
    const notesOf = (list: readonly SoundEvent[], by: typeof melody): Item[] =>
      list.map(({ at, notes }) => ({
        at,
        sound: (time, wholeNote) => {
          for (const { pitch, length } of notes) by.play(pitch + semitones, length * wholeNote, time);
        },
      }));
    const items = [
      ...notesOf(events, melody),
      ...notesOf(chords, strings),
      ...[...clicks, ...(before?.clicks ?? [])].map(({ at, first }): Item => ({
        at,
        sound: (time) => metronome.play(clickPitch(first), 0.04, time),
      })),
    ];
    const playback = new Playback(items, options, output, meter, [melody, strings, metronome, output, meter]);
    stopCurrent = () => playback.#end();
    return playback;
  }

  #paced(round: number): number {
    return this.#wholeNote / (this.#options.pace?.(round) ?? 1);
  }

  #firstFrom(at: number): number {
    const index = this.#items.findIndex((item) => item.at >= at - near);
    return index < 0 ? this.#items.length : index;
  }

  /** Hands over what sounds soon, going round where it is told to. */
  #handOver(): void {
    if (!this.#sounding) return;
    const { loop = null, length } = this.#options;
    const until = now() + ahead;
    // The last notes die away before the end is told.
    const rest = 0.5;
    if (this.#endsAt !== null && now() >= this.#endsAt) {
      this.#end();
      return;
    }
    while (this.#endsAt === null) {
      const stretch = this.#stretches.at(-1)!;
      const item = this.#items[this.#next];
      const turn = loop !== null && (item === undefined || item.at >= loop[1] - near);
      const at = turn ? loop[1] : item?.at;
      if (at === undefined) {
        this.#endsAt = stretch.time + (length + rest - stretch.at) * stretch.wholeNote;
        break;
      }
      const time = stretch.time + (at - stretch.at) * stretch.wholeNote;
      if (time > until) break;
      if (turn) {
        this.#round++;
        this.#stretches.push({ time, at: loop[0], wholeNote: this.#paced(this.#round) });
        this.#next = this.#firstFrom(loop[0]);
      } else {
        item!.sound(Math.max(time, now()), stretch.wholeNote);
        this.#next++;
      }
    }
    this.#filled = Math.max(this.#filled, until);
  }

  /** Goes on at another tempo: seconds a whole note. What was handed over already keeps its own, for a third of a second at most. */
  set wholeNote(seconds: number) {
    if (seconds === this.#wholeNote || !this.#sounding) return;
    this.#wholeNote = seconds;
    const stretch = this.#stretches.at(-1)!;
    const time = Math.max(this.#filled, stretch.time);
    this.#stretches.push({ time, at: stretch.at + (time - stretch.time) / stretch.wholeNote, wholeNote: this.#paced(this.#round) });
    if (this.#endsAt !== null) this.#endsAt = null;
  }

  #stretchNow(): Stretch {
    const time = now();
    return this.#stretches.findLast((stretch) => stretch.time <= time) ?? this.#stretches[0]!;
  }

  /** Where it is, in whole notes: where it begins, while it is counted in. */
  get at(): number {
    if (!this.#sounding) return this.#stoppedAt;
    const stretch = this.#stretchNow();
    const at = stretch.at + Math.max(0, now() - stretch.time) / stretch.wholeNote;
    return this.#round === 0 || stretch === this.#stretches[0] ? Math.max(at, this.#options.from ?? 0) : at;
  }

  /** Which round it is, from 0. */
  get round(): number {
    return this.#round;
  }

  /** The level that is heard, 0 to 1. */
  get level(): number {
    return this.#sounding ? Math.min(1, 3 * (this.#meter.getValue() as number)) : 0;
  }

  #end(): void {
    if (!this.#sounding) return;
    this.stop();
    this.#options.ended?.();
  }

  /** Stops it; `at` stays where it was. */
  stop(): void {
    if (!this.#sounding) return;
    this.#stoppedAt = this.at;
    this.#sounding = false;
    stopCurrent = () => {};
    Tone.getContext().off('tick', this.#fill);
    this.#output.volume.rampTo(-80, fall);
    setTimeout(
      () => {
        for (const node of this.#nodes) node.dispose();
      },
      1000 * (fall + 0.02),
    );
  }
}

/** The audio's own clock, in seconds. */
const now = (): number => Tone.getContext().currentTime;
