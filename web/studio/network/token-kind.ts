import type { TokenKind } from '../api/shapes.ts';

/** The class of a cell by what its token stands for: those that look alike have one. */
export const cellClass: Record<TokenKind, 'measure' | 'header' | 'pitch' | 'rest' | 'length' | 'rhythm' | 'end' | 'other'> = {
  measure: 'measure',
  meter: 'header',
  key: 'header',
  unit: 'header',
  pitch: 'pitch',
  rest: 'rest',
  duration: 'length',
  broken: 'rhythm',
  tuplet: 'rhythm',
  start: 'end',
  end: 'end',
  chordStart: 'other',
  chordEnd: 'other',
  tie: 'other',
  unknown: 'other',
};

/** How a strip of cells writes its tokens. */
export type Lettering = 'across' | 'turned' | 'none';

/**
 * Across where the longest usual token fits its cell, turned where a line of small letters fits, else none.
 * @param cell The width of a cell in pixels.
 */
export const lettering = (cell: number): Lettering => (cell >= 21 ? 'across' : cell >= 9 ? 'turned' : 'none');
