import type { Recording } from '../api/recordings.ts';

/** What two runs expected of one token at the same step. */
export interface ChanceBeside {
  token: string;
  /** Its probability in each run. */
  tune: number;
  other: number;
  /** Whether it is the token that the run has there. */
  tuneHas: boolean;
  otherHas: boolean;
}

/** A run at one step: its posterior at every step, [T, V], and the token that it has there; null where it has ended. */
export interface RunAt {
  posterior: Recording;
  token: string | null;
}

/** So many of the likeliest are shown. */
const most = 10;

/**
 * The tokens that either run thought likeliest, by the larger of their two probabilities, then those that the runs have there where they
 * are not among them.
 * @param vocabulary The tokens in the order of the posteriors' columns.
 */
export function chancesBeside(vocabulary: readonly string[], step: number, tune: RunAt, other: RunAt): ChanceBeside[] {
  const p = ({ posterior }: RunAt, column: number): number => posterior.values[step * posterior.columns + column]!;
  const all = vocabulary.map((token, column) => ({
    token,
    tune: p(tune, column),
    other: p(other, column),
    tuneHas: token === tune.token,
    otherHas: token === other.token,
  }));
  const sorted = all.toSorted((a, b) => Math.max(b.tune, b.other) - Math.max(a.tune, a.other));
  return [...sorted.slice(0, most), ...sorted.slice(most).filter(({ tuneHas, otherHas }) => tuneHas || otherHas)];
}

/** How what two runs had read before a step compares, in a sentence: only where it is the same is a difference the plan's doing alone. */
export const pastText = (step: number, divergence: number | null): string =>
  divergence === null || step < divergence
    ? 'Both runs have read the same tokens before this step.'
    : step === divergence
      ? 'Both runs have read the same tokens before this step, and part here.'
      : `The runs parted at step ${divergence}: what they have read before this step differs.`;
