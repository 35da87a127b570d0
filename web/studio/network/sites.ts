import type { SiteName } from '../api/shapes.ts';

/** What a site is, in one line. */
export const siteMeanings: Record<SiteName, string> = {
  h: 'h, the hidden state: what the unit says to the layer above and to itself at the next step; from −1 to 1',
  c: 'c, the cell: what the unit remembers from step to step; without bounds',
  i: 'i, the input gate: how much of the new the cell lets in; from 0 to 1',
  f: 'f, the forget gate: how much of its memory the cell keeps; from 0 to 1',
  g: 'g, the candidate: the new that the cell is offered; from −1 to 1',
  o: 'o, the output gate: how much of the cell is said; from 0 to 1',
};
