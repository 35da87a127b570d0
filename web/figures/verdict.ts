import type { Theme } from './style.ts';

/** The colour of a verdict: what counts fully is quiet, what counts in parts is blue, what does not count is orange. */
export const verdictColour = (verdict: string, theme: Theme): string =>
  verdict === 'full' ? theme.good : verdict === 'long' || verdict === 'short' || verdict === 'empty' ? theme.bad : theme.part;

/** A verdict in words, with its difference. */
export const verdictText = (verdict: string, difference: string | null): string =>
  difference !== null && (verdict === 'long' || verdict === 'short') ? `${verdict} by ${difference.replace('-', '')}` : verdict;
