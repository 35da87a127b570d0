/** Numbers as a reader sees them, in pictures and on the page; CSV and JSON keep the plain forms. */

/** A true minus (U+2212) before what is negative, and none before a zero. */
const minus = (text: string): string => (Number(text) === 0 ? text.replace('-', '') : text.replaceAll('-', '−'));

/** A number with so many significant digits, without those that say nothing: "−0.096". */
export const numberText = (value: number, digits = 3): string => minus(String(Number(value.toPrecision(digits))));

/** A number with so many digits after the point: "−0.10". */
export const fixedText = (value: number, decimals: number): string => minus(value.toFixed(decimals));

/** An interval: "−0.148 to −0.048". */
export const intervalText = ([low, high]: readonly [number, number], digits = 3): string =>
  `${numberText(low, digits)} to ${numberText(high, digits)}`;

/** A probability: "0.015", never more than three digits after the point. */
export const probabilityText = (p: number): string => (p < 0.0005 ? 'under 0.001' : numberText(Number(p.toFixed(3))));

/** A fraction of whole notes as the study writes it, "-1/8": with its sign, "−1/8" or "+1/8". */
export const signedFraction = (text: string): string => minus(text.replace(/^(?=\d)/, '+'));
