import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, withoutBrowser } from './chromium.ts';
import { inSight } from './in-sight.ts';
import { withPauses } from './pauses.ts';
import { serve, withoutProgram, type Served } from './served.ts';
import { written } from './written.ts';

/**
 * What is measured here is reported: a machine that does much else is slow, and no test fails for that. With LILT_SPEED=1 it is measured
 * often enough for bench/RESULTS.md, on a machine that does nothing else.
 */
const often = process.env.LILT_SPEED === '1';
const soon = 30_000;

let browser: Browser;
let studio: Served;

async function open({ ahead = true } = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(soon);
  await withPauses(page);
  await page.addInitScript((fetches) => {
    localStorage.setItem('lilt-toured', 'yes');
    // Without idle moments nothing is fetched ahead.
    if (!fetches) globalThis.requestIdleCallback = () => 0;
  }, ahead);
  await page.goto(studio.address);
  await page.waitForSelector('.writing button[type=submit]:not(:disabled)');
  return page;
}

/** Presses the heat map's button for a layer or a site; the milliseconds until its picture has changed. */
const switched = (page: Page, button: string): Promise<number> =>
  page.evaluate(
    (name) =>
      new Promise<number>((done) => {
        const small = document.createElement('canvas');
        small.width = small.height = 24;
        const context = small.getContext('2d', { willReadFrequently: true })!;
        const look = (): string => {
          context.drawImage(document.querySelector<HTMLCanvasElement>('.network-pane canvas')!, 0, 0, 24, 24);
          return context.getImageData(0, 0, 24, 24).data.join();
        };
        const before = look();
        const start = performance.now();
        [...document.querySelectorAll<HTMLButtonElement>('.network-pane button')].find((one) => one.textContent === name)!.click();
        const frame = (): void => {
          if (look() !== before || performance.now() - start > 10_000) done(performance.now() - start);
          else requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }),
    button,
  );

/** Once through every site of every layer. */
const round = [
  'L2',
  'L3',
  'c',
  'L1',
  'i',
  'L2',
  'f',
  'L3',
  'g',
  'L1',
  'o',
  'L2',
  'h',
  'L3',
  'i',
  'L1',
  'c',
  'L2',
  'g',
  'L3',
  'o',
  'L1',
  'f',
  'L2',
  'h',
  'L1',
];

async function once(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (const name of round) times.push(await switched(page, name));
  return times;
}

const sorted = (times: readonly number[]): number[] => times.toSorted((a, b) => a - b);
const said = (times: readonly number[]): string => {
  const all = sorted(times);
  return `median ${all[all.length >> 1]!.toFixed(0)} ms, longest ${all.at(-1)!.toFixed(0)} ms of ${all.length}`;
};

/** The milliseconds between the page's frames for so long. */
const frames = (page: Page, milliseconds: number, each = ''): Promise<number[]> =>
  page.evaluate(
    ({ long, key }) =>
      new Promise<number[]>((done) => {
        const taken: number[] = [];
        const start = performance.now();
        let last = 0;
        const frame = (now: number): void => {
          if (last > 0) taken.push(now - last);
          last = now;
          if (key !== '') window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
          if (now - start < long) requestAnimationFrame(frame);
          else done(taken);
        };
        requestAnimationFrame(frame);
      }),
    { long: milliseconds, key: each },
  );
const rate = (times: readonly number[]): string => {
  const all = sorted(times);
  return `${(1000 / (all.reduce((a, b) => a + b, 0) / all.length)).toFixed(1)} frames a second, median ${all[all.length >> 1]!.toFixed(1)} ms, 99th of a hundred ${all[Math.floor(0.99 * all.length)]!.toFixed(1)} ms, longest ${all.at(-1)!.toFixed(1)} ms of ${all.length}`;
};

describe.skipIf(withoutBrowser || withoutProgram)('how fast the studio is in Chromium', () => {
  beforeAll(async () => {
    [browser, studio] = await Promise.all([launch(), serve()]);
  });
  afterAll(async () => {
    await browser?.close();
    await studio?.stop();
  });

  test('speed_FirstPaintAndWriting_AreReported', async () => {
    const first: string[] = [];
    const paints: number[] = [];
    const later: { time: number; steps: number }[] = [];
    for (const turn of often ? [0, 1, 2] : [0]) {
      if (turn > 0) await studio.restart();
      const page = await open();
      paints.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN));
      const { time, steps } = await written(page, 200 + turn);
      first.push(`${time.toFixed(0)} ms (${steps} steps)`);
      for (const seed of often ? [301, 302, 303, 304, 305, 306] : [301, 302]) later.push(await written(page, seed + 10 * turn));
      await page.close();
    }
    console.info(`First contentful paint: ${paints.map((time) => `${time.toFixed(0)} ms`).join(', ')}.`);
    console.info(
      `From Write to score and heat map, the first of a server: ${first.join(', ')}; later ones: ${later.map(({ time, steps }) => `${time.toFixed(0)} ms (${steps})`).join(', ')}; ${said(later.map(({ time }) => time))}.`,
    );
    expect(later.every(({ steps }) => steps > 0)).toBe(true);
  }, 180_000);

  test('speed_LayerAndSiteSwitched_AreReported', async () => {
    const without = await open({ ahead: false });
    await written(without, 42);
    const fetched = await once(without);
    console.info(
      `Another layer or site, fetched when it is asked for: ${said(fetched.slice(0, 17))}; a second time: ${said(await once(without))}.`,
    );
    await without.close();
    const page = await open();
    const times: number[] = [];
    for (const seed of often ? [43, 44, 45] : [43]) {
      await written(page, seed);
      times.push(...(await once(page)));
      await switched(page, 'h');
    }
    console.info(`Another layer or site, from the moment that a new tune stands there: ${said(times)}.`);
    expect(times.every((time) => time < 10_000)).toBe(true);
    await page.close();
  }, 180_000);

  test('speed_FramesWhilePlaying_AreReported', async () => {
    const page = await open();
    const { steps } = await written(page, 42);
    // What sounds is there, and what is fetched ahead has begun.
    await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /\/sound-[^/]*\.js$/.test(name)));
    await page.click('.play');
    await page.waitForFunction(() => document.querySelector<HTMLMeterElement>('.play-bar meter')!.value > 0.005);
    console.info(`While a tune of ${steps} steps plays: ${rate(await frames(page, often ? 6_000 : 1_500))}.`);
    await page.click('.play');
    await page.keyboard.press('Home');
    console.info(`The cursor moved at every frame: ${rate(await frames(page, often ? 2_000 : 500, 'ArrowRight'))}.`);
    const box = await inSight(page.locator('.network-pane canvas'));
    await page.mouse.click(box.x + 0.3 * box.width, box.y + 0.4 * box.height);
    await page.keyboard.press('Home');
    await page.locator('.selection-pane').getByText('around a measure token').waitFor();
    console.info(`The same with a unit taken apart beside it: ${rate(await frames(page, often ? 2_000 : 500, 'ArrowRight'))}.`);
    expect(steps).toBeGreaterThan(0);
    await page.close();
  }, 120_000);
});
