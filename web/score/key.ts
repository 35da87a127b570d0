/** The tonics that a tune can be shown and played in, where its mode asks for no other spelling. */
const tonics = ['C', 'Db', 'D', 'Eb', 'E', 'F', 'F#', 'G', 'Ab', 'A', 'Bb', 'B'] as const;
const respelled: Record<string, string> = { Db: 'C#', Eb: 'D#', Ab: 'G#', Bb: 'A#', 'F#': 'Gb' };

/** A musician's modes: how ABC writes them, how they are called, and by how many sharps their signature has more than major's. */
const modes: Record<string, { name: string; sharps: number }> = {
  maj: { name: 'major', sharps: 0 },
  dor: { name: 'dorian', sharps: -2 },
  mix: { name: 'mixolydian', sharps: -1 },
  min: { name: 'minor', sharps: -3 },
  lyd: { name: 'lydian', sharps: 1 },
  phr: { name: 'phrygian', sharps: -4 },
  loc: { name: 'locrian', sharps: -5 },
};
const order = Object.keys(modes);

/** A key as a tune's notation names it; null for a part that it leaves out. */
export interface KeyName {
  tonic: string | null;
  /** As ABC writes it, in three letters. */
  mode: string | null;
}

/** The key that an ABC text's `K:` names. */
export function keyOf(abc: string): KeyName {
  const found = /^K:[ \t]*([A-G][#b]?)?[ \t]*([a-z]{3})?/m.exec(abc);
  const mode = found?.[2];
  return { tonic: found?.[1] ?? null, mode: mode !== undefined && mode in modes ? mode : null };
}

/** The mode of a model's key token, `K:Cdor` or `K:dor`. */
export const modeOf = (token: string): string => token.slice(-3);

/** Key tokens in the order of major, dorian, mixolydian, minor. */
export const inOrder = (tokens: readonly string[]): string[] =>
  tokens.toSorted((a, b) => ((order.indexOf(modeOf(a)) + 99) % 99) - ((order.indexOf(modeOf(b)) + 99) % 99));

/** Meter tokens as a musician counts them up: in quarters, in eighths, in halves. */
export function metersInOrder(tokens: readonly string[]): string[] {
  const place = (token: string): number => {
    const [, beats = '', unit = ''] = /(\d+)\/(\d+)/.exec(token) ?? [];
    return ['4', '8', '2'].indexOf(unit) * 100 + Number(beats);
  };
  return tokens.toSorted((a, b) => place(a) - place(b));
}

/** The twelve tonics, each spelled so that the mode's signature has the fewest accidentals. */
export function tonicsOf(mode: string | null): string[] {
  const shift = modes[mode ?? 'maj']?.sharps ?? 0;
  const count = (tonic: string): number => Math.abs(sharpsOf(tonic) + shift);
  return tonics.map((tonic) => {
    const other = respelled[tonic];
    return other !== undefined && count(other) < count(tonic) ? other : tonic;
  });
}

/** Sharps of a tonic's major signature, flats negative. */
const sharpsOf = (tonic: string): number => 'FCGDAEB'.indexOf(tonic[0]!) - 1 + 7 * (tonic[1] === '#' ? 1 : tonic[1] === 'b' ? -1 : 0);

/** Whether two tonics sound alike. */
export const soundsAs = (a: string, b: string): boolean => (((sharpsOf(a) - sharpsOf(b)) % 12) + 12) % 12 === 0;

/** A tonic as it is printed. */
export const tonicText = (tonic: string): string => tonic.replace('b', '♭').replace('#', '♯');

/** A mode's name: `dorian`; what is no mode's abbreviation stays. */
export const modeText = (mode: string): string => modes[mode]?.name ?? mode;

/** A key as it is said: `D dorian`. */
export const keyText = ({ tonic, mode }: KeyName): string =>
  [tonic === null ? '' : tonicText(tonic), mode === null ? '' : modeText(mode)].filter((part) => part !== '').join(' ');
