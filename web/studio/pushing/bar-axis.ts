/** The least probability that the axis shows: what is less likely stands at its foot. */
const least = 1e-5;

/** The lines of the axis: a probability, and how it is written. */
export const barLevels: readonly { p: number; text: string }[] = [
  { p: 1, text: '100 %' },
  { p: 0.1, text: '10 %' },
  { p: 0.01, text: '1 %' },
  { p: 0.001, text: '0.1 %' },
  { p: 0.0001, text: '0.01 %' },
];

/** How high a probability stands on a logarithmic axis, 0 to 1, from its natural logarithm; one of 0 has none and stands at the foot. */
export const heightOf = (nats: number | null): number => (nats === null ? 0 : Math.min(1, Math.max(0, 1 - nats / Math.log(least))));
