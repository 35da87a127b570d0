import { instrumentNames, type InstrumentName } from '../../score/instrument-names.ts';
import { swings, type Swing } from '../../score/swing.ts';

/** How tunes sound in the page and in its files of sound. */
export interface SoundChoice {
  instrument: InstrumentName;
  /** The lilt of a dance; null for the tune's own. */
  swing: Swing | null;
  /** Whether chord names are played. */
  chords: boolean;
  metronome: boolean;
  countIn: boolean;
  /** Whether what goes round begins slowly and grows faster with each round. */
  ramp: boolean;
}

export const plainSound: SoundChoice = { instrument: 'plucked', swing: null, chords: false, metronome: false, countIn: false, ramp: false };

/** The slowest share of the tempo that a loop begins with where it grows faster, and how much more each round has. */
const rampFrom = 0.6;
const rampBy = 0.1;

/** The share of the tempo that a round of a loop has. */
export const rampedPace = (round: number): number => Math.min(1, rampFrom + rampBy * round);

const switches = ['chords', 'metronome', 'countIn', 'ramp'] as const;

/** The choice as words of an address, commas between; empty for the plain one. */
export const writeSound = (sound: SoundChoice): string =>
  [
    ...(sound.instrument === plainSound.instrument ? [] : [sound.instrument]),
    ...(sound.swing === null ? [] : [sound.swing]),
    ...switches.filter((name) => sound[name]),
  ].join(',');

/** Reads such words; what is none of them says nothing. */
export function readSound(text: string | null): SoundChoice {
  const words = new Set((text ?? '').split(','));
  return {
    instrument: instrumentNames.find((name) => words.has(name)) ?? plainSound.instrument,
    swing: swings.find((name) => words.has(name)) ?? null,
    ...(Object.fromEntries(switches.map((name) => [name, words.has(name)])) as Record<(typeof switches)[number], boolean>),
  };
}

/** The choice as an address of a file of sound says it. */
export const soundQuery = ({ instrument, swing, chords, metronome, countIn }: SoundChoice): Record<string, string | null> => ({
  instrument: instrument === plainSound.instrument ? null : instrument,
  swing,
  chords: chords ? 'true' : null,
  metronome: metronome ? 'true' : null,
  countIn: countIn ? 'true' : null,
});
