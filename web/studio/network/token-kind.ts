/** What a token is for, as far as its text tells: enough to colour a cell. */
export type TokenKind = 'measure' | 'header' | 'pitch' | 'rest' | 'length' | 'rhythm' | 'end' | 'other';

const kinds: readonly [RegExp, TokenKind][] = [
  [/^<\/?s>$/, 'end'],
  [/^[A-Z]:/, 'header'],
  [/^(?:\|.*|:\|+:?|.*\|)$/, 'measure'],
  [/^[_^=]*[A-Ga-g][,']*$/, 'pitch'],
  [/^[zxZX]$/, 'rest'],
  [/^\d*\/*\d*$/, 'length'],
  [/^(?:\(\d+.*|[<>]+)$/, 'rhythm'],
];

export const tokenKind = (token: string): TokenKind => kinds.find(([form]) => form.test(token))?.[1] ?? 'other';

/** How a strip of cells writes its tokens. */
export type Lettering = 'across' | 'turned' | 'none';

/**
 * Across where the longest usual token fits its cell, turned where a line of small letters fits, else none.
 * @param cell The width of a cell in pixels.
 */
export const lettering = (cell: number): Lettering => (cell >= 21 ? 'across' : cell >= 9 ? 'turned' : 'none');
