import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { launchFirefox, withoutFirefox } from './firefox.ts';
import { inOrder } from './in-order.ts';
import { pauses } from './pauses.ts';
import { screenshots, serve, withoutProgram, type Served } from './served.ts';

const within = 60_000;

let served: Served;
let browser: Browser;
let page: Page;
const errors: string[] = [];

const text = (selector: string): Promise<string> => page.$eval(selector, (element) => (element as HTMLElement).innerText);
const seen = (selector: string): Promise<unknown> => page.waitForSelector(selector, { visible: true, timeout: within });
const count = (selector: string): Promise<number> => page.$$eval(selector, (all) => all.length);
const shot = (name: string): Promise<unknown> => page.screenshot({ path: join(screenshots, `firefox-${name}.png`) });

describe.skipIf(withoutFirefox || withoutProgram)('the studio in Firefox', () => {
  const step = inOrder();
  beforeAll(async () => {
    [served, browser] = await Promise.all([serve(), launchFirefox(within)]);
    page = await browser.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.setViewport({ width: 1440, height: 900 });
    await page.evaluateOnNewDocument((times) => {
      // The blank page that comes first keeps nothing.
      if (location.protocol === 'http:') localStorage.setItem('lilt-toured', 'yes');
      if (times !== 1) Object.assign(globalThis, { liltPauses: times });
    }, pauses);
    await page.goto(served.address);
    await seen('.writing button[type=submit]:not(:disabled)');
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  step('write_ATune_ShowsItsScoreAndItsHeatMap', async () => {
    await page.keyboard.press('w');
    await seen('.score-pane .score svg');
    await seen('.network-pane canvas');
    expect(await page.title()).toBe('seed 42 · Lilt');
    await expect
      .poll(() =>
        page.$eval('.network-pane canvas', (canvas) => {
          const small = document.createElement('canvas');
          small.width = small.height = 24;
          const context = small.getContext('2d')!;
          context.drawImage(canvas as HTMLCanvasElement, 0, 0, 24, 24);
          return new Set(new Uint32Array(context.getImageData(0, 0, 24, 24).data.buffer)).size;
        }),
      )
      .toBeGreaterThan(50);
    await expect.poll(() => count('.next-pane li.hit')).toBe(1);
    await shot('written');
  });

  step('play_ATune_GoesAndPausesAtTheKey', async () => {
    // Firefox has no clock of sound where the machine has no device for it, so that the cursor need not move.
    await page.keyboard.press(' ');
    await expect.poll(() => text('.play-bar .play')).toContain('Pause');
    await page.keyboard.press(' ');
    await expect.poll(() => text('.play-bar .play')).toContain('Play');
    expect(await count('.notice.error')).toBe(0);
  });

  step('cut_AUnitOfTheHeatMap_RunsAgainAndCompares', async () => {
    await page.click('.network-pane canvas', { offset: { x: 300, y: 60 } });
    await expect.poll(() => text('.selection-pane h2')).toMatch(/L1\.h\[\d+\]/);
    await page.keyboard.press('e');
    await expect.poll(() => text('.plan-pane h2')).toMatch(/Plan: 1 operation\s+on 1 unit/);
    await seen('.plan-pane .main:not(:disabled)');
    await page.keyboard.press('r');
    await seen('.scores.two');
    await expect.poll(() => count('.scores.two .score svg'), { timeout: within }).toBe(2);
    await expect.poll(() => count('.network-pane canvas'), { timeout: within }).toBe(3);
    expect(await text('.strip .gutter')).toMatch(/baseline\s+unit L1\.\d+ cut/);
    await shot('compared');
  });

  step('page_OfAPhonesWidth_ShowsOnePaneATab', async () => {
    await page.setViewport({ width: 390, height: 844 });
    await seen('[role=tablist]');
    expect(await page.$eval('.network-pane', (pane) => pane.checkVisibility())).toBe(false);
    await page.focus('#tab-score');
    await page.keyboard.press('ArrowRight');
    await seen('.network-pane canvas');
    expect(await page.$eval('.score-pane', (pane) => pane.checkVisibility())).toBe(false);
    expect(await page.$eval('#tab-network', (tab) => document.activeElement === tab && tab.getAttribute('aria-selected'))).toBe('true');
    for (const tab of ['score', 'network', 'next', 'spectra', 'plan']) {
      await page.click(`#tab-${tab}`);
      await seen(`.${tab}-pane`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), tab).toBeLessThanOrEqual(390);
    }
    await shot('phone');
  });

  step('page_AllAlong_HadNoError', () => {
    expect(errors).toEqual([]);
  });
});
