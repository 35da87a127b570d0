import type { MeasureVerdict, PeakStanding } from './contract/study.ts';
import type { Theme } from './style.ts';

/** How verdicts on measures count, and so how they look: what counts fully is quiet, what counts in parts is blue, what does not count is orange. */
type Counting = 'good' | 'part' | 'bad';

const countings: Record<MeasureVerdict, Counting> = {
  full: 'good',
  pickup: 'part',
  complement: 'part',
  split: 'part',
  long: 'bad',
  short: 'bad',
  empty: 'bad',
};

/** How a verdict on a measure counts. */
export const countingOf = (verdict: MeasureVerdict): Counting => countings[verdict];

/** The verdicts that count alike, as a legend names them. */
export const verdictsThatCount = (counting: Counting): string =>
  Object.entries(countings)
    .filter(([, of]) => of === counting)
    .map(([verdict]) => verdict)
    .join(', ');

export const verdictColour = (verdict: MeasureVerdict, theme: Theme): string => theme[countings[verdict]];

/** A verdict on a measure in words, with its difference. */
export function verdictText(verdict: MeasureVerdict, difference: string | null): string {
  switch (verdict) {
    case 'long':
    case 'short':
      return difference === null ? verdict : `${verdict} by ${difference.replace('-', '')}`;
    case 'full':
    case 'pickup':
    case 'complement':
    case 'split':
    case 'empty':
      return verdict;
  }
}

/** How a peak of a spectrum is marked, by what is thought of it: filled where it stands, with a question mark behind its name where it may not. */
export const peakMarks: Record<PeakStanding, { filled: boolean; symbol: 'circle' | 'triangle'; doubt: '' | '?' }> = {
  stands: { filled: true, symbol: 'circle', doubt: '' },
  unresolved: { filled: false, symbol: 'circle', doubt: '?' },
  'could be leakage': { filled: false, symbol: 'triangle', doubt: '?' },
};
