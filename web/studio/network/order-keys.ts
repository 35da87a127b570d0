import { periodText } from '../../figures/axes.ts';
import type { UnitOrder } from './answers.ts';

/** What each row was ordered by, in words with its unit; null where the unit's own number says it. */
export function orderKeys({ by, units, key }: UnitOrder): string[] | null {
  switch (by) {
    case 'peak': return key.map((period) => (period === null ? 'silent' : `${periodText(period)} steps`));
    case 'band': return key.map((share) => (share === null ? 'none' : `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`));
    case 'binding': return key.map((r) => (r === null ? 'none' : `r ${r.toFixed(2).replace('-', '−')}`));
    default: return units.map(String);
  }
}
