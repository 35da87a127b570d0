import type { Effect, EffectFigure } from '../api/shapes.ts';

/** A figure of an effect in words, and on the axis that all of them share. */
export interface EffectRow {
  name: string;
  label: string;
  baseline: string;
  operated: string;
  difference: string;
  interval: string;
  /** The difference and its interval as one text. */
  differenceText: string;
  differing: number;
  verdict: EffectFigure['verdict'];
  /** Percentage points of a share, per cent of the baseline's mean of anything else; null where there is none. */
  shift: { value: number; low: number; high: number } | null;
}

const minus = (text: string): string => (/^-0(\.0+)?$/.test(text) ? text.slice(1) : text.replace('-', '−'));
const isShare = ({ unit }: EffectFigure): boolean => unit === 'share';

/** A number of a figure: a share in per cent, anything else as it is, with one digit after the point. */
function numberText(value: number | null, figure: EffectFigure): string {
  if (value === null) return 'none';
  return isShare(figure) ? `${minus((100 * value).toFixed(1))} %` : minus(value.toFixed(1));
}

/** A difference with its sign; of shares in percentage points. */
function differenceText(value: number, figure: EffectFigure): string {
  const text = minus((isShare(figure) ? 100 * value : value).toFixed(1));
  return text.startsWith('−') || /^0(\.0+)?$/.test(text) ? text : `+${text}`;
}

function shiftOf(figure: EffectFigure): EffectRow['shift'] {
  const { difference, low, high, baseline } = figure;
  if (difference === null || low === null || high === null) return null;
  const scale = isShare(figure) ? 100 : baseline === null || baseline === 0 ? Number.NaN : 100 / baseline;
  return Number.isFinite(scale) ? { value: scale * difference, low: scale * low, high: scale * high } : null;
}

/** The figures of an effect, those that are defined on neither side left out. */
export function effectRows({ figures }: Pick<Effect, 'figures'>): EffectRow[] {
  return figures
    .filter(({ baseline, operated }) => baseline !== null || operated !== null)
    .map((figure) => {
      const { name, label, difference, low, high, differing, verdict } = figure;
      const unit = isShare(figure) ? ' points' : '';
      const has = difference !== null && low !== null && high !== null;
      const interval = has ? `${differenceText(low, figure)} to ${differenceText(high, figure)}` : '';
      return {
        name,
        label,
        baseline: numberText(figure.baseline, figure),
        operated: numberText(figure.operated, figure),
        difference: has ? `${differenceText(difference, figure)}${unit}` : 'none',
        interval,
        differenceText: has ? `${differenceText(difference, figure)}${unit} (${interval})` : 'none',
        differing,
        verdict,
        shift: shiftOf(figure),
      };
    });
}

/** How many tunes were changed, in a sentence. */
export function changedText({ made, changed, changedLow, changedHigh }: Effect): string {
  if (changed === null || changedLow === null || changedHigh === null) return '';
  const per = (share: number): string => `${(100 * share).toFixed(1)} %`;
  return `The plan changed ${Math.round(changed * made)} of ${made} tunes: ${per(changed)} (${per(changedLow)} to ${per(changedHigh)}).`;
}
