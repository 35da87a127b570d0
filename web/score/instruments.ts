import * as Tone from 'tone';
import type { InstrumentName } from './instrument-names.ts';

/** What can be told to sound. */
export interface Instrument {
  /** Sounds a note: its pitch as MIDI counts them, how long in seconds, when by the audio's clock. */
  play(pitch: number, seconds: number, time: number): void;
  dispose(): void;
}

/** The frequency of a MIDI pitch in hertz, equal temperament, A4 = 440. */
const frequencyOf = (pitch: number): number => 440 * 2 ** ((pitch - 69) / 12);
const shortest = 0.05;

/** A string that is plucked and dies away. */
function plucked(output: Tone.InputNode, level = 0): Instrument {
  const synth = new Tone.PolySynth(Tone.Synth, {
    oscillator: { type: 'fatsawtooth', count: 2, spread: 9 },
    envelope: { attack: 0.004, decay: 0.35, sustain: 0.18, release: 0.25 },
    volume: level,
  });
  const tone = new Tone.Filter({ type: 'lowpass', frequency: 2600, rolloff: -12 });
  synth.chain(tone, output);
  return {
    play: (pitch, seconds, time) => void synth.triggerAttackRelease(frequencyOf(pitch), Math.max(shortest, 0.92 * seconds), time),
    dispose: () => {
      synth.dispose();
      tone.dispose();
    },
  };
}

/** A whistle: few harmonics, held as long as the note is written, with breath in it and a slow vibrato. */
function whistle(output: Tone.InputNode): Instrument {
  const synth = new Tone.PolySynth(Tone.Synth, {
    oscillator: { type: 'custom', partials: [1, 0.32, 0.14, 0.045] },
    envelope: { attack: 0.03, attackCurve: 'cosine', decay: 0.1, sustain: 0.92, release: 0.05 },
    volume: -12,
  });
  const vibrato = new Tone.Vibrato({ frequency: 5.2, depth: 0.06, maxDelay: 0.004 });
  synth.chain(vibrato, output);
  const breath = new Tone.NoiseSynth({
    noise: { type: 'white' },
    envelope: { attack: 0.012, decay: 0.09, sustain: 0.22, release: 0.05 },
    volume: -36,
  });
  const pipe = new Tone.Filter({ type: 'bandpass', frequency: 1400, Q: 0.7 });
  breath.chain(pipe, output);
  return {
    play: (pitch, seconds, time) => {
      const held = Math.max(shortest, seconds - 0.02);
      synth.triggerAttackRelease(frequencyOf(pitch), held, time);
      pipe.frequency.setValueAtTime(2 * frequencyOf(pitch), time);
      breath.triggerAttackRelease(held, time);
    },
    dispose: () => {
      for (const node of [synth, vibrato, breath, pipe]) node.dispose();
    },
  };
}

/** The strings that play chords: as the plucked ones, quieter. */
export const chordStrings = (output: Tone.InputNode): Instrument => plucked(output, -10);

/** The metronome: a short tone higher than the tune, of a measure's first beat higher still. Its pitches are MIDI's numbers. */
export function clicker(output: Tone.InputNode): Instrument {
  const synth = new Tone.PolySynth(Tone.Synth, {
    oscillator: { type: 'sine' },
    envelope: { attack: 0.001, decay: 0.035, sustain: 0, release: 0.01 },
    volume: -8,
  });
  synth.connect(output);
  return {
    play: (pitch, seconds, time) => void synth.triggerAttackRelease(frequencyOf(pitch), seconds, time),
    dispose: () => synth.dispose(),
  };
}
/** What the clicker sounds: A6 for a measure's first beat, D6 for another. */
export const clickPitch = (first: boolean): number => (first ? 93 : 86);

export const instrument = (name: InstrumentName, output: Tone.InputNode): Instrument => (name === 'whistle' ? whistle : plucked)(output);
