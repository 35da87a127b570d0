/** The tonics that a tune can be shown and played in. */
export const tonics = ['C', 'Db', 'D', 'Eb', 'E', 'F', 'F#', 'G', 'Ab', 'A', 'Bb', 'B'] as const;

const letters: Record<string, number> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };

/** Half steps from a tonic to C: at most a fifth down and a major third up, as Lilt moves tunes everywhere. */
function toC(tonic: string): number {
  const above = (letters[tonic[0]!] ?? 0) + (tonic[1] === '#' ? 1 : tonic[1] === 'b' ? -1 : 0);
  return (above > 7 ? 12 : 0) - above;
}

/** The tonic that an ABC text's `K:` names; null where it names none. */
export function tonicOf(abc: string): string | null {
  const found = /^K:\s*([A-G])([#b]?)/m.exec(abc);
  return found === null ? null : found[1]! + found[2]!;
}

/** Half steps up from one tonic to another; every pair goes by way of C, so that there and back cancel. */
export const halfSteps = (from: string | null, to: string | null): number => (from === null || to === null ? 0 : toC(from) - toC(to) || 0);

/** A tonic as it is printed. */
export const tonicText = (tonic: string): string => tonic.replace('b', '♭').replace('#', '♯');
