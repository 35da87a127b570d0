/** The first step of the measure after the cursor's, or before it: where shift and an arrow go. Stays within 0 … steps − 1. */
export function measureAway(cursor: number, direction: 1 | -1, measureSteps: readonly number[], steps: number): number {
  const starts = [0, ...measureSteps.map((step) => step + 1).filter((step) => step < steps && !measureSteps.includes(step))];
  if (direction === 1) return starts.find((step) => step > cursor) ?? steps - 1;
  return starts.findLast((step) => step < cursor) ?? 0;
}
