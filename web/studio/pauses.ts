/**
 * Milliseconds that the page lets pass between what a person does and what follows from it. A number under `liltPauses` on the window
 * makes all of them so many times as long: tests run with ten, and with none, so that nothing relies on how long one is.
 */
const times = (globalThis as { liltPauses?: number }).liltPauses ?? 1;

export const pauses = {
  /** Between two writings of the address while something moves. */
  address: 150 * times,
  /** Until a beginning that is being typed is checked. */
  typing: 180 * times,
  /** Until a slider that is dragged counts as at rest. */
  slider: 180 * times,
  /** Until a plan that is being made is checked. */
  plan: 200 * times,
  /** Until a studio that does not answer is asked again. */
  reach: 1000 * times,
  /** The longest that what can wait waits for an idle moment. */
  idle: 200 * times,
} as const;
