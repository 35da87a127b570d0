import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, withoutBrowser } from './chromium.ts';
import { withPauses } from './pauses.ts';
import { screenshots, serve, withoutProgram, type Served } from './served.ts';

/** A loaded machine takes long to read the model and to write; a machine at rest takes a second. */
const within = 60_000;

/** Nine tokens a measure, with the header and the end 2,000: the last measure has seven notes. */
const letters = ['C', 'D', 'E', 'F', 'G', 'A', 'B', 'c'];
const measures = Array.from({ length: 221 }, (_, n) => letters.map((_, i) => letters[(n * 3 + i * 5) % 8]!));
const last = letters.slice(0, 7);
const abc = `X:1\nT:two thousand\nM:4/4\nL:1/8\nK:C\n${[...measures, last].map((notes) => `${notes.join('')} |`).join('\n')}\n`;
const tokens = ['M:4/4', 'K:Cmaj', ...[...measures, last].flatMap((notes) => [...notes, '|']), '</s>'];

let browser: Browser;
let served: Served;
let page: Page;

/** Types a step into the strip's field; what the mark in the line to read says, and the word that it stands on. */
async function goTo(step: number): Promise<{ now: string; under: string[] }> {
  await page.fill('.reading input', String(step));
  await page.waitForFunction((at) => document.querySelector('.strip .axis')?.getAttribute('aria-valuenow') === String(at), step);
  return await page.evaluate(() => {
    const now = document.querySelector<HTMLElement>('.reading .now')!;
    const box = now.getBoundingClientRect();
    const frame = document.querySelector('.reading .frame')!.getBoundingClientRect();
    const words = [...document.querySelectorAll<HTMLElement>('.reading .line span')].filter((word) => {
      const { left, right } = word.getBoundingClientRect();
      return Math.abs(left - box.left) < 1 && Math.abs(right - box.right) < 1 && left >= frame.left - 1 && right <= frame.right + 1;
    });
    return { now: now.textContent.trim(), under: words.map((word) => word.textContent.trim()) };
  });
}

describe.skipIf(withoutBrowser || withoutProgram)('a tune of 2,000 tokens in Chromium', () => {
  beforeAll(async () => {
    [browser, served] = await Promise.all([launch(), serve()]);
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(within);
    await withPauses(page);
    await page.addInitScript(() => localStorage.setItem('lilt-toured', 'yes'));
    await page.goto(served.address);
    await page.click('.bar button[title="Tunes of this session"]');
    await page.click('text=Read a tune of your own');
    await page.fill('dialog textarea', abc);
    await page.click('dialog button[type=submit]');
    await page.waitForFunction(() => document.title.includes('two thousand'));
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  test('longTune_Read_StandsInScoreStripAndHeatMap', async () => {
    expect(tokens.length).toBe(2000);
    await page.waitForFunction(() =>
      (document.querySelector('.network-pane canvas')?.getAttribute('aria-label') ?? '').includes('512 units by 2000 steps'),
    );
    const pitches = tokens.filter((token) => letters.includes(token)).length;
    await expect.poll(() => page.locator('.score .surprise').count(), { timeout: within }).toBe(pitches);
    expect(await page.locator('.score .abcjs-note').count()).toBe(pitches);
    expect(await page.locator('.strip svg path.cells').count()).toBe(4);
    const drawn = await page.evaluate(() =>
      Object.fromEntries(
        [...document.querySelectorAll('.strip svg path.cells')].map((path) => [
          path.classList[1]!,
          path.getAttribute('d')!.split('M').length - 1,
        ]),
      ),
    );
    const of = (which: (token: string) => boolean): number => tokens.filter(which).length;
    expect(drawn).toEqual({ header: 2, pitch: pitches, measure: of((token) => token === '|'), end: 1 });
    await page.screenshot({ path: join(screenshots, 'long-tune.png') });
  }, 120_000);

  test('longTune_CursorAnywhere_StandsOnItsWordInTheLineToRead', async () => {
    for (const step of [0, 1, 127, 128, 129, 700, 1023, 1024, 1870, 1999, 300, 2])
      expect(await goTo(step), `step ${step}`).toEqual({ now: tokens[step], under: [tokens[step]] });
    await page.screenshot({ path: join(screenshots, 'long-tune-line.png') });
  }, 120_000);
});
