import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, withoutBrowser } from './chromium.ts';

const form = new URL('../../dist/sweep/sweep.html', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'lilt-sweep-'));
const sweep = {
  title: 'A sweep of 3 plans',
  seeds: 9,
  headers: ['', 'M:6/8'],
  missing: 1,
  figures: [
    { name: 'countedMeasures', label: 'measures counted', unit: 'share' },
    { name: 'range', label: 'range', unit: 'semitones' },
  ],
  conditions: [1, 2, 3].map((n) => ({
    model: 'irish',
    temperature: 1,
    plan: `cut ${n}`,
    effects: [
      [0.9, 0.9 - 0.1 * n, -0.1 * n, -0.1 * n - 0.05, -0.1 * n + 0.05, 0.01, n === 3 ? 0.01 : 0.3],
      [12, 12.5, 0.5, -1, 2, 0.5, 0.6],
    ],
  })),
};

describe.skipIf(withoutBrowser)('the page of a sweep in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('shows a picture and a table of the figure that is chosen, and asks nothing of the network', async () => {
    expect(existsSync(form), 'the web parts are not built: npm run build').toBe(true);
    const file = join(folder, 'index.html');
    writeFileSync(
      file,
      readFileSync(form, 'utf8')
        .replace('{{LILT_TITLE}}', sweep.title)
        .replace('{{LILT_SWEEP}}', () => JSON.stringify(sweep)),
    );
    const tab = await browser.newPage();
    const errors: string[] = [];
    const requests: string[] = [];
    tab.on('pageerror', (error) => errors.push(error.message));
    tab.on('request', (request) => requests.push(request.url()));
    await tab.goto(pathToFileURL(file).href);
    await tab.waitForSelector('html[data-drawn="3"]');

    expect(await tab.locator('.said').textContent()).toBe(
      'measures counted: 1 of 3 plans stand out (q at most 0.05). As the network is: 90.00 %.',
    );
    expect(await tab.locator('tr.out th').allTextContents()).toEqual(['cut 3']);
    expect(await tab.locator('tr.out td').allTextContents()).toEqual(['60.00 %', '−30.00', '−35.00 to −25.00', '0.01', '0.01']);
    await tab.getByLabel('Figure').selectOption({ label: 'range' });
    expect(await tab.locator('.said').textContent()).toContain('range: 0 of 3');
    expect(await tab.locator('figure svg').count()).toBe(1);
    expect(errors).toEqual([]);
    expect(requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
  });

  test('the empty form says what it is', async () => {
    const tab = await browser.newPage();
    await tab.goto(form.href);
    await expect.poll(() => tab.locator('body').textContent()).toContain('This page holds no sweep');
  });
});
