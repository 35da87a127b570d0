import type { Score } from '../../score/score.ts';
import type { Bar } from './bars.ts';

/** Where a bar stands in the notation, in the units of its picture. */
export interface BarBox {
  number: number;
  /** The line of notes that it stands in. */
  line: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** How far a band reaches over the staff and under it, so that it can be seen around the notes. */
const above = 9;
const below = 9;

const lineOf = (element: Element): string => /abcjs-l(\d+)/.exec(element.getAttribute('class') ?? '')?.[1] ?? '';

/** The boxes of a score's bars, in order; a bar that the notation breaks over two lines has two. */
export function boxesOf(score: Score, bars: readonly Bar[]): BarBox[] {
  const staves = new Map<string, { top: number; bottom: number; right: number }>();
  for (const staff of score.element.querySelectorAll<SVGGraphicsElement>('.abcjs-staff')) {
    const { x, y, width, height } = staff.getBBox();
    staves.set(lineOf(staff), { top: y, bottom: y + height, right: x + width });
  }
  const boxes: BarBox[] = [];
  const ends = new Map<string, number>();
  let at = 0;
  for (const { number, from, to } of bars) {
    const edges = new Map<string, { left: number; right: number; closed: boolean }>();
    for (; at < score.marks.length && score.marks[at]!.step <= to; at++) {
      const { step, element, kind } = score.marks[at]!;
      const line = lineOf(element);
      const { x, width } = (element as SVGGraphicsElement).getBBox();
      if (step >= from) {
        const edge = edges.get(line) ?? { left: ends.get(line) ?? x - 8, right: x + width, closed: false };
        edges.set(line, { left: Math.min(edge.left, x), right: Math.max(edge.right, x + width), closed: edge.closed || kind === 'bar' });
      }
      if (kind === 'bar') ends.set(line, x + width);
    }
    for (const [line, { left, right, closed }] of edges) {
      const staff = staves.get(line);
      // A bar line that stands alone at the beginning of the next line closes what stands before it, and is no room of its own.
      if (staff === undefined || right - left < 4) continue;
      boxes.push({
        number,
        line,
        left,
        right: closed ? right : Math.min(right + 4, staff.right),
        top: staff.top - above,
        bottom: staff.bottom + below,
      });
    }
  }
  return boxes;
}

/** The bands behind some bars, one a line of notes that they go over. */
export function bandsOf(boxes: readonly BarBox[], { from, to }: { from: number; to: number }): Omit<BarBox, 'number'>[] {
  const bands = new Map<string, Omit<BarBox, 'number'>>();
  for (const { number, ...box } of boxes) {
    if (number < from || number > to) continue;
    const band = bands.get(box.line);
    bands.set(
      box.line,
      band === undefined ? box : { ...band, left: Math.min(band.left, box.left), right: Math.max(band.right, box.right) },
    );
  }
  return [...bands.values()];
}

/** The bar nearest to a place in the picture; null where none is near. */
export function barNear(boxes: readonly BarBox[], x: number, y: number): number | null {
  let best: { number: number; distance: number } | null = null;
  for (const { number, left, right, top, bottom } of boxes) {
    const distance = Math.hypot(Math.max(left - x, 0, x - right), 2 * Math.max(top - y, 0, y - bottom));
    if (best === null || distance < best.distance) best = { number, distance };
  }
  return best === null || best.distance > 160 ? null : best.number;
}

/** A place on the screen in the units of a picture. */
export function placeIn(picture: SVGSVGElement, x: number, y: number): { x: number; y: number } | null {
  const matrix = picture.getScreenCTM();
  return matrix === null ? null : new DOMPoint(x, y).matrixTransform(matrix.inverse());
}
