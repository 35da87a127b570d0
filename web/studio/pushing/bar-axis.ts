/** The least probability that the axis shows: what is less likely stands at its foot. */
const least = 1e-5;

/** The lines of the axis, as probabilities. */
export const barLevels: readonly number[] = [1, 0.1, 0.01, 0.001, 0.0001];

/** How high a probability stands on a logarithmic axis, 0 to 1, from its natural logarithm; one of 0 has none and stands at the foot. */
export const heightOf = (nats: number | null): number => (nats === null ? 0 : Math.min(1, Math.max(0, 1 - nats / Math.log(least))));
