/**
 * Places of labels on a line, as near to where they belong as they can be and still at least so far apart: in the order given.
 * @param wanted where each belongs.
 * @param least the distance between two, over 0.
 * @param ends where the first and the last may lie, if there is room.
 */
export function apart(wanted: readonly number[], least: number, ends: readonly [number, number]): number[] {
  const order = wanted.map((at, i) => ({ at, i })).toSorted((a, b) => a.at - b.at);
  let floor = ends[0];
  for (const label of order) {
    label.at = Math.max(label.at, floor);
    floor = label.at + least;
  }
  let ceiling = ends[1];
  for (const label of order.toReversed()) {
    label.at = Math.min(label.at, ceiling);
    ceiling = label.at - least;
  }
  return order.toSorted((a, b) => a.i - b.i).map(({ at }) => at);
}
