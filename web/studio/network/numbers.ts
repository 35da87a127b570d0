/** A value of a site: three digits after the point, a true minus. */
export const valueText = (value: number): string =>
  Number.isNaN(value)
    ? 'no value'
    : value
        .toFixed(3)
        .replace('-', '−')
        .replace(/^−(0\.0+)$/, '$1');

/** A probability in per cent with as many digits as say something. */
export function percentText(p: number): string {
  const percent = 100 * p;
  if (percent >= 99.95 && percent < 100) return `${percent.toFixed(2)} %`;
  if (percent >= 10) return `${percent.toFixed(0)} %`;
  if (percent >= 1) return `${percent.toFixed(1)} %`;
  if (percent >= 0.01) return `${percent.toFixed(2)} %`;
  return percent === 0 ? '0 %' : '< 0.01 %';
}

/** How much a token of this probability surprises: −log₂ p in bits. */
export const bitsText = (p: number): string => (p > 0 ? `${Math.abs(Math.log2(p)).toFixed(Math.log2(p) <= -10 ? 0 : 1)} bits` : '∞ bits');

/** A number of things: "1 unit", "169 units". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
