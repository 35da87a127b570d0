/**
 * Places of labels on a line, as near to where they belong as they can be and still at least so far apart: in the order given.
 * @param wanted where each belongs.
 * @param least the distance between two, over 0.
 * @param ends where the first and the last may lie, if there is room.
 */
export function apart(wanted: readonly number[], least: number, ends: readonly [number, number]): number[] {
  const order = wanted.map((at, i) => ({ at, i })).toSorted((a, b) => a.at - b.at);
  // Less what lies before each, they must not fall: those that do are pooled at their mean.
  const pools: { mean: number; count: number }[] = [];
  for (const [i, { at }] of order.entries()) {
    let pool = { mean: at - i * least, count: 1 };
    for (let last = pools.at(-1); last !== undefined && last.mean > pool.mean; last = pools.at(-1)) {
      pools.pop();
      const count = last.count + pool.count;
      pool = { mean: (last.mean * last.count + pool.mean * pool.count) / count, count };
    }
    pools.push(pool);
  }
  const most = ends[1] - (wanted.length - 1) * least;
  const set = pools.flatMap(({ mean, count }) => Array<number>(count).fill(Math.min(most, Math.max(ends[0], mean))));
  const places = new Array<number>(wanted.length);
  for (const [n, { i }] of order.entries()) places[i] = set[n]! + n * least;
  return places;
}
