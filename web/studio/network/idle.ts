import { pauses } from '../pauses.ts';

/** A moment in which the page has nothing else to do, or is not let wait any longer. */
export const idle = (): Promise<void> =>
  new Promise((resolve) => {
    // Safari has no such moments of its own.
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: pauses.idle });
    else setTimeout(resolve, 20);
  });
