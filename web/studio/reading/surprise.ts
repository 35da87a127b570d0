import type { Score } from '../../score/score.ts';
import type { TuneDetail } from '../api/shapes.ts';

const svg = 'http://www.w3.org/2000/svg';
/** Pixels of the notation's own scale a bit, and the most that a bar shows. */
const perBit = 2.4;
const mostBits = 10;
/** From so many bits on, what the network expected instead is named: the note had less than a chance of one in four. */
const namedFrom = 2;

/** A number of bits as it is read. */
export const bitsText = (bits: number | null): string => (bits === null ? 'it was held for impossible' : `${bits.toFixed(1)} bits`);

/** A tune's mean surprise in words, over the tokens that were not held for impossible, and how many were. */
export const meanBits = ({ meanSurprise, heldImpossible }: TuneDetail): string =>
  `${meanSurprise === null ? 'no number of bits' : `${meanSurprise.toFixed(2)} bits`}${heldImpossible > 0 ? ` (${heldImpossible} held for impossible)` : ''}`;

/**
 * Sets over each note a bar as high as the network's surprise at it, with what it expected where that was something else.
 * @param expected [T] the likeliest token where it is not the tune's own, else null.
 * @returns what takes them away again.
 */
export function surpriseMarks(score: Score, { tune, kinds, surprise }: TuneDetail, expected: readonly (string | null)[]): () => void {
  const drawn: Element[] = [];
  const picture = score.element.querySelector('svg');
  if (picture === null) return () => {};
  // The bars of a line of notes stand on one height, over its highest sign.
  const lines = new Map<string, { top: number; marks: { step: number; x: number }[] }>();
  for (const { step, element, kind } of score.marks) {
    if (kind !== 'note' || kinds[step] !== 'pitch') continue;
    const box = (element as SVGGraphicsElement).getBBox();
    const name = /abcjs-l(\d+)/.exec(element.getAttribute('class') ?? '')?.[1] ?? '';
    const line = lines.get(name) ?? { top: Number.POSITIVE_INFINITY, marks: [] };
    line.top = Math.min(line.top, box.y);
    line.marks.push({ step, x: box.x + box.width / 2 });
    lines.set(name, line);
  }
  for (const over of picture.querySelectorAll<SVGGraphicsElement>('.abcjs-tempo, .abcjs-part')) {
    const line = lines.get(/abcjs-l(\d+)/.exec(over.getAttribute('class') ?? '')?.[1] ?? '');
    if (line !== undefined) line.top = Math.min(line.top, over.getBBox().y);
  }
  for (const { top, marks } of lines.values()) {
    for (const { step, x } of marks) {
      const bits = surprise[step] ?? null;
      const height = Math.max(0.75, Math.min(mostBits, bits ?? mostBits) * perBit);
      const group = document.createElementNS(svg, 'g');
      group.setAttribute('class', 'surprise');
      const bar = document.createElementNS(svg, 'rect');
      for (const [name, value] of Object.entries({ x: x - 2, y: top - 3 - height, width: 4, height, rx: 1 }))
        bar.setAttribute(name, String(value));
      const other = expected[step] ?? null;
      const title = document.createElementNS(svg, 'title');
      title.textContent = `${tune.tokens[step]}: ${bitsText(bits)}${other === null ? ', what it expected' : `; it expected ${other}`} (step ${step})`;
      group.append(title, bar);
      if (other !== null && (bits ?? mostBits) >= namedFrom) {
        const text = document.createElementNS(svg, 'text');
        for (const [name, value] of Object.entries({ x, y: top - 5 - height, 'text-anchor': 'middle', 'font-size': 9 }))
          text.setAttribute(name, String(value));
        text.textContent = other;
        group.append(text);
      }
      picture.append(group);
      drawn.push(group);
    }
  }
  return () => {
    for (const group of drawn) group.remove();
  };
}
