/** The tune's own measure in steps: the median distance between measure tokens, or null where there are fewer than three. Bars that touch count once. */
export function measureInterval(measureSteps: readonly number[]): number | null {
  const gaps: number[] = [];
  for (let i = 1; i < measureSteps.length; i++) {
    const gap = measureSteps[i]! - measureSteps[i - 1]!;
    if (gap > 1) gaps.push(gap);
  }
  if (gaps.length < 2) return null;
  gaps.sort((a, b) => a - b);
  const middle = gaps.length >> 1;
  return gaps.length % 2 === 1 ? gaps[middle]! : (gaps[middle - 1]! + gaps[middle]!) / 2;
}

/** The first step of the measure after the cursor's, or before it: where shift and an arrow go. Stays within 0 … steps − 1. */
export function measureAway(cursor: number, direction: 1 | -1, measureSteps: readonly number[], steps: number): number {
  const starts = [0, ...measureSteps.map((step) => step + 1).filter((step) => step < steps && !measureSteps.includes(step))];
  if (direction === 1) return starts.find((step) => step > cursor) ?? steps - 1;
  return starts.findLast((step) => step < cursor) ?? 0;
}
