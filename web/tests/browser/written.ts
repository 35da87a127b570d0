import type { Page } from 'playwright-core';

/** Presses Write; the milliseconds until the score and the heat map of the tune stand there, and how many steps it has. */
export async function written(page: Page, seed: number): Promise<{ time: number; steps: number }> {
  await page.waitForSelector('.writing button[type=submit]:not(:disabled)');
  return await page.evaluate(
    (wanted) =>
      new Promise((resolve) => {
        const field = document.querySelector<HTMLInputElement>('.seed input')!;
        field.value = String(wanted);
        field.dispatchEvent(new Event('input', { bubbles: true }));
        const start = performance.now();
        document.querySelector<HTMLButtonElement>('.writing button[type=submit]')!.click();
        const look = (): void => {
          const title = document.querySelector<HTMLElement>('.title span')?.textContent ?? '';
          const heat = document.querySelector('.network-pane canvas')?.getAttribute('aria-label') ?? '';
          if (title === `seed ${wanted}` && heat.includes(title) && document.querySelector('.score svg') !== null)
            resolve({ time: performance.now() - start, steps: Number(/by (\d+) steps/.exec(heat)![1]) });
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    seed,
  );
}
