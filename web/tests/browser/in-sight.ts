import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where an element is, once it is scrolled into sight and what comes later over it moves it no more: a mouse is moved to places of the window. */
export async function inSight(element: Locator): Promise<Box> {
  let before: string | null = null;
  let box: Box | null = null;
  await expect
    .poll(
      async () => {
        await element.scrollIntoViewIfNeeded();
        box = await element.boundingBox();
        const same = before === JSON.stringify(box);
        before = JSON.stringify(box);
        return box !== null && same;
      },
      { timeout: 60_000 },
    )
    .toBe(true);
  return box!;
}
