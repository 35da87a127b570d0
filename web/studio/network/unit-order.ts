/** How the rows of a heat map can be ordered, with the word on the button and what it means in one line. */
export const orders = [
  { by: 'index', name: 'index', meaning: 'units as the weight file numbers them' },
  { by: 'peak', name: 'peak period', meaning: 'by the period at which the unit’s spectrum is largest (the mean left out), longest first' },
  {
    by: 'band',
    name: 'band fraction',
    meaning: 'by the share of the unit’s power inside the band brushed on the mean spectra, largest first',
  },
  {
    by: 'binding',
    name: 'binding',
    meaning:
      'by how the unit goes with an event in this tune: the correlation r of its values with the event, from the most positive to the most negative',
  },
  { by: 'similarity', name: 'similarity', meaning: 'each unit next to the one whose values are most like its own' },
] as const;

/** The units in index order. */
export const byIndex = (units: number): number[] => Array.from({ length: units }, (_, unit) => unit);

/**
 * The row of each unit.
 * @throws RangeError where the order does not name every unit once.
 */
export function rowsOf(order: readonly number[]): Int32Array {
  const rows = new Int32Array(order.length).fill(-1);
  order.forEach((unit, row) => {
    if (!(unit >= 0 && unit < order.length) || rows[unit] !== -1)
      throw new RangeError(`an order of ${order.length} units names unit ${unit} twice or not rightly`);
    rows[unit] = row;
  });
  return rows;
}

/** The units between two rows, both included, ascending. */
export function unitsBetween(order: readonly number[], one: number, other: number): number[] {
  const from = Math.max(0, Math.min(one, other));
  const to = Math.min(order.length - 1, Math.max(one, other));
  return order.slice(from, to + 1).sort((a, b) => a - b);
}

/** Runs of neighbouring rows that some units take: [first, last], from the top. */
export function runsOfRows(rows: Int32Array, units: readonly number[]): [number, number][] {
  const taken = units
    .filter((unit) => unit >= 0 && unit < rows.length)
    .map((unit) => rows[unit]!)
    .sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const row of taken) {
    const last = runs.at(-1);
    if (last !== undefined && row <= last[1] + 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs;
}
