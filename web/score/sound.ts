import * as Tone from 'tone';

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
  /** Half steps up. */
  semitones?: number;
  /** Called once when it has ended by itself. */
  ended?: () => void;
}

/** The frequency of a MIDI pitch in hertz, equal temperament, A4 = 440. */
const frequencyOf = (pitch: number): number => 440 * 2 ** ((pitch - 69) / 12);

let stopCurrent: () => void = () => {};

/** A tune that sounds, with a plucked sound made on the spot. Only one does at a time: another's start stops it. */
export class Playback {
  readonly #wholeNote: number;
  readonly #nodes: { dispose(): unknown }[];
  readonly #meter: Tone.Meter;
  #sounding = true;
  #stoppedAt = 0;

  private constructor(wholeNote: number, nodes: { dispose(): unknown }[], meter: Tone.Meter) {
    this.#wholeNote = wholeNote;
    this.#nodes = nodes;
    this.#meter = meter;
  }

  /** Begins to play. A browser allows it only in answer to a press of a key or a button. */
  static async start(
    events: readonly SoundEvent[],
    { length, wholeNote, from = 0, loop = null, semitones = 0, ended }: PlaybackOptions,
  ): Promise<Playback> {
    stopCurrent();
    await Tone.start();
    stopCurrent();
    const meter = new Tone.Meter({ normalRange: true, smoothing: 0.6 });
    const output = new Tone.Volume(-9).connect(meter).toDestination();
    const synth = new Tone.PolySynth(Tone.Synth, {
      oscillator: { type: 'fatsawtooth', count: 2, spread: 9 },
      envelope: { attack: 0.004, decay: 0.35, sustain: 0.18, release: 0.25 },
    });
    const tone = new Tone.Filter({ type: 'lowpass', frequency: 2600, rolloff: -12 });
    synth.chain(tone, output);
    const playback = new Playback(wholeNote, [synth, tone, output, meter], meter);
    const transport = Tone.getTransport();
    transport.stop();
    transport.cancel();
    transport.loop = loop !== null;
    if (loop !== null) transport.setLoopPoints(loop[0] * wholeNote, loop[1] * wholeNote);
    for (const { at, notes } of events) {
      if (loop === null && at < from - 1e-6) continue;
      transport.schedule((time) => {
        for (const note of notes)
          synth.triggerAttackRelease(frequencyOf(note.pitch + semitones), Math.max(0.05, 0.92 * note.length * wholeNote), time);
      }, at * wholeNote);
    }
    // The last notes die away before the end is told.
    const rest = 0.5;
    if (loop === null)
      transport.schedule(
        () =>
          setTimeout(() => {
            if (playback.#sounding) {
              playback.stop();
              ended?.();
            }
          }),
        (length + rest) * wholeNote,
      );
    stopCurrent = () => {
      if (playback.#sounding) {
        playback.stop();
        ended?.();
      }
    };
    transport.start('+0.05', from * wholeNote);
    return playback;
  }

  /** Where it is, in whole notes. */
  get at(): number {
    return this.#sounding ? Tone.getTransport().seconds / this.#wholeNote : this.#stoppedAt;
  }

  /** The level that is heard, 0 to 1. */
  get level(): number {
    return this.#sounding ? Math.min(1, 3 * (this.#meter.getValue() as number)) : 0;
  }

  /** Stops it; `at` stays where it was. */
  stop(): void {
    if (!this.#sounding) return;
    this.#stoppedAt = this.at;
    this.#sounding = false;
    stopCurrent = () => {};
    const transport = Tone.getTransport();
    transport.stop();
    transport.cancel();
    for (const node of this.#nodes) node.dispose();
  }
}
