import type { Offer, OutsideRange, RewriteKind } from '../api/shapes.ts';

/** What an offer is, beside what stands there now. */
export function offerText({ share, outside, passage: { fresh, notes } }: Offer, kind: RewriteKind): string {
  const news = `${fresh.length} of ${notes} notes ${kind === 'octaves' ? 'moved' : 'new'}`;
  const weight = kind === 'octaves' || kind === 'continue' ? '' : ` · ${share < 0.005 ? '< 1' : Math.round(100 * share)} %`;
  return `${news}${weight}${outside > 0 ? ` · ${outside} locked ${outside === 1 ? 'note goes' : 'notes go'} over the range` : ''}`;
}

/** Numbers in words, runs joined: 3, 7–8 and 12. */
export function numbersText(numbers: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < numbers.length;) {
    let end = i;
    while (end + 1 < numbers.length && numbers[end + 1] === numbers[end]! + 1) end++;
    parts.push(end === i ? String(numbers[i]) : `${numbers[i]}–${numbers[end]}`);
    i = end + 1;
  }
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** The bars that go over a range, ascending. */
export const barsOutside = ({ outside }: OutsideRange): number[] =>
  [...new Set(outside.map(({ measure }) => measure))].toSorted((a, b) => a - b);

/** What of a tune goes over a range, in a sentence. */
export function outsideText(range: OutsideRange): string {
  const { outside, notes } = range;
  if (outside.length === 0) return `All ${notes} notes are within ${range.range}.`;
  const bars = barsOutside(range);
  const under = outside.filter(({ isUnder }) => isUnder).length;
  const over = outside.length - under;
  const counts = [under > 0 ? `${under} under` : '', over > 0 ? `${over} over` : ''].filter((part) => part !== '').join(', ');
  return `${bars.length === 1 ? 'Bar' : 'Bars'} ${numbersText(bars)} ${bars.length === 1 ? 'goes' : 'go'} outside ${range.range}: ${counts} of ${notes} notes.`;
}
