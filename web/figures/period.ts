import type { Period } from './contract/study.ts';
import { fixedText, numberText } from './number.ts';

/** The article's periods, in steps: where period axes are labelled. */
export const articlePeriods: readonly Period[] = ['inf', 36, 18, 9, 6, 4.5, 3, 2.25];

export const frequencyOf = (period: Period): number => (period === 'inf' ? 0 : 1 / period);

/** A period as text, without digits that say nothing. */
export const periodText = (period: Period): string => (period === 'inf' ? '∞' : period >= 100 ? fixedText(period, 0) : numberText(period));
