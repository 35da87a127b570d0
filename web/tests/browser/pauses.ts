import type { BrowserContext, Page } from 'playwright-core';

/** How many times as long the studio's delays are, in the page as in the server: `LILT_PAUSES=10` and `LILT_PAUSES=0` show that no test relies on how long one is. */
export const pauses = Number(process.env.LILT_PAUSES ?? '1');

/** What an idle moment that is long in coming takes, in milliseconds. */
const idleMoment = 200;

/** The longest that an answer of the studio is held back, in milliseconds, each by chance: `LILT_LATE=800` shows that no test relies on one being there already. */
const late = Number(process.env.LILT_LATE ?? '0');

/** Gives the pages that are opened from now on the studio's delays, and its answers, as the tests want them. */
export async function withPauses(pages: BrowserContext | Page): Promise<void> {
  if (late > 0)
    await pages.route('**/*', async (route) => {
      await new Promise((then) => setTimeout(then, Math.random() * late));
      // The page may have left meanwhile.
      await route.fallback().catch(() => undefined);
    });
  if (pauses === 1) return;
  await pages.addInitScript(
    ({ times, idle }) => {
      Object.assign(globalThis, { liltPauses: times, requestIdleCallback: (then: () => void) => setTimeout(then, idle * times) });
    },
    { times: pauses, idle: idleMoment },
  );
}
