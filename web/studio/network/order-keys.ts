import { periodText } from '../../figures/period.ts';
import type { UnitOrder } from './answers.ts';

/** What the rows of a heat map were ordered by. */
export interface OrderKeys {
  /** What the numbers in the margin are. */
  heading: string;
  /** [H] For the margin, and in words with its unit. */
  short: string[];
  full: string[];
}

const minus = (text: string): string => text.replace('-', '−');

/** The keys of an order as text; null where the unit's own number says it. */
export function orderKeys({ by, key }: UnitOrder): OrderKeys | null {
  const each = (none: string, text: (value: number) => string): string[] => key.map((value) => (value === null ? none : text(value)));
  switch (by) {
    case 'peak':
      return {
        heading: 'steps',
        short: each('–', periodText),
        full: each('silent', (period) => `most power at a period of ${periodText(period)} steps`),
      };
    case 'band': {
      const percent = (share: number): string => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;
      return { heading: 'power', short: each('–', percent), full: each('silent', (share) => `${percent(share)} of its power in the band`) };
    }
    case 'binding': {
      const r = (value: number): string => minus(value.toFixed(2));
      return {
        heading: 'r',
        short: each('–', r),
        full: each('no correlation: it does not change', (value) => `r = ${r(value)} with the event`),
      };
    }
    default:
      return null;
  }
}
