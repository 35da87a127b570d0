import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as byHand from '../studies/causes-by-hand.ts';
import { launch, withoutBrowser } from './chromium.ts';

const folder = mkdtempSync(join(tmpdir(), 'lilt-follow-'));
const form = join(import.meta.dirname, '..', '..', 'dist', 'report', 'report.html');

/** A study of nothing but figures made up by hand. */
const study = {
  schema: 'lilt-study/2',
  kind: 'causes',
  title: 'Made up by hand',
  article: 'None.',
  headline: null,
  verdicts: [],
  summary: [],
  provenance: {
    model: 'none',
    layers: 3,
    units: 8,
    vocabulary: 9,
    modelHash: '0',
    seed: 1,
    rng: 'none',
    temperature: 1,
    prime: '',
    version: '0',
    command: 'none',
    verify: 'none',
  },
  files: [],
  figures: { clockFace: byHand.clockFace, heard: byHand.heard, subspace: byHand.subspace },
};

describe.skipIf(withoutBrowser)('a picture that goes along with its tune', () => {
  let browser: Browser;

  beforeAll(async () => {
    const text = JSON.stringify(study).replaceAll('<', '\\u003c');
    writeFileSync(
      join(folder, 'index.html'),
      readFileSync(form, 'utf8')
        .replace('{{LILT_TITLE}}', () => 'A study')
        .replace('{{LILT_STUDY}}', () => text),
    );
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  async function open(reducedMotion: 'reduce' | 'no-preference'): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion });
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    await page.waitForSelector('html[data-drawn]', { timeout: 40_000 });
    return page;
  }

  const said = (page: Page): Promise<string | null> =>
    page.evaluate(() => document.querySelector('section[data-figure=clockFace] .clock-hand text')?.textContent ?? null);

  test('clockFace_TuneSounds_HandGoesWithItAndThePageStays', async () => {
    for (const motion of ['no-preference', 'reduce'] as const) {
      const page = await open(motion);
      const button = page.locator('section[data-figure=clockFace] .player button');
      await button.scrollIntoViewIfNeeded();
      const at = await page.evaluate(() => scrollY);
      expect(await said(page)).toBeNull();
      await button.click();
      await expect.poll(() => said(page), { interval: 20 }).toMatch(/^step \d+: \d since the bar$/);
      const first = await said(page);
      await expect.poll(() => said(page), { interval: 20 }).not.toBe(first);
      expect(await page.$eval('.clock-hand circle', (dot) => getComputedStyle(dot).transitionDuration)).toBe(
        motion === 'reduce' ? '0s' : '0.12s',
      );
      expect(await page.evaluate(() => scrollY)).toBe(at);
      await button.click();
      await expect.poll(() => page.locator('.clock-hand').count()).toBe(0);
      await page.close();
    }
  });

  test('clockFace_OnPaper_HasNoHandAndItsMeasure', async () => {
    const page = await open('no-preference');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.clock-hand').count()).toBe(0);
    expect(await page.locator('.clock-sample path').isVisible()).toBe(true);
    expect(await page.locator('section[data-figure=clockFace] .player').isVisible()).toBe(false);
    await page.close();
  });

  test('heard_Scores_HaveTheStepUnderTheNoteAndTheVerdictOfTheShortMeasure', async () => {
    const page = await open('no-preference');
    const words = await page.$$eval('section[data-figure=heard] .score', (scores) =>
      scores.map((score) => [...score.querySelectorAll('.abcjs-annotation')].map((text) => text.textContent)),
    );
    expect(words).toEqual([
      ['▲ where the other’s clock is pushed on'],
      expect.arrayContaining(['▲ clock pushed on by 2 eighths', 'short by 2/8']),
    ]);
    expect(await page.locator('section[data-figure=heard] .player button').count()).toBe(2);
    await page.close();
  });
});
