import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Download, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { violations } from './accessible.ts';
import { launch, withoutBrowser } from './chromium.ts';
import { inOrder } from './in-order.ts';
import { withPauses } from './pauses.ts';
import { run, screenshots, serve, withoutProgram, type Served } from './served.ts';

/** A loaded machine takes long to write so many tunes; a machine at rest some seconds. */
const within = 240_000;

let served: Served;
let browser: Browser;
let page: Page;
let folder: string;
const errors: string[] = [];

const plan = (): Locator => page.locator('.right').getByRole('region', { name: 'Plan' });
const sheet = (): Locator => page.getByRole('dialog', { name: 'Effect over many seeds' });
const rows = (): Locator => sheet().locator('tbody tr');

async function saved(by: string): Promise<string> {
  const coming = page.waitForEvent('download');
  await sheet().getByRole('button', { name: by, exact: true }).click();
  const file: Download = await coming;
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

async function watch(): Promise<void> {
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await withPauses(page);
  await page.addInitScript(() => localStorage.setItem('lilt-toured', 'yes'));
}

describe.skipIf(withoutBrowser || withoutProgram)('a plan over many seeds in Chromium', () => {
  const step = inOrder();
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lilt-effects-'));
    [served, browser] = await Promise.all([serve(), launch()]);
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await watch();
    await page.goto(served.address);
    await page.getByRole('spinbutton', { name: 'seed' }).fill('42');
    // A short limit, which the tunes of the effect have as well.
    await page.getByRole('button', { name: 'more' }).click();
    await page.getByLabel('limit, tokens').fill('120');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Write', exact: true }).click({ timeout: within });
    await page.locator('.score-pane').getByText('seed 42, limit 120').first().waitFor({ timeout: within });
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  step(
    'effect_OfThePlan_IsFoundDrawnAndSaidInNumbers',
    async () => {
      await plan().getByRole('button', { name: '+ forbid' }).click();
      await plan().getByRole('button', { name: 'Over many seeds …' }).click();
      await sheet().getByRole('spinbutton', { name: 'seeds' }).fill('24');
      await sheet().getByText('lilt-irish, temperature 1, limit 120').waitFor();
      await sheet().getByRole('button', { name: 'Find the effect' }).click();
      await sheet().getByText('The plan changed 24 of 24 tunes: 100.0 % (86.2 % to 100.0 %).').waitFor({ timeout: within });
      await expect.poll(() => sheet().locator('.picture svg').count(), { timeout: within }).toBe(1);
      expect(await sheet().locator('.picture svg').getAttribute('aria-label')).toContain('length in tokens');
      const counted = rows().filter({ hasText: 'measures counted' }).first();
      expect(await counted.locator('td').count()).toBe(6);
      expect(await sheet().locator('.verdict').allInnerTexts()).toContain('less');
      expect(await sheet().locator('.verdict').allInnerTexts()).toContain('undetermined');
      expect(await violations(page)).toEqual([]);
      await page.screenshot({ path: join(screenshots, 'effect.png') });
    },
    within,
  );

  step(
    'effect_OfTheCommand_IsTheSame',
    async () => {
      const command = await sheet().locator('section code').first().innerText();
      expect(command).toBe('lilt effect --plan plan.json --seed 1 --tunes 24 --limit 120');
      writeFileSync(join(folder, 'plan.json'), readFileSync(await saved('plan.json')));
      const found = JSON.parse(run(`${command} --json`, folder)) as {
        figures: { name: string; baseline: number; operated: number; difference: { value: number; low: number; high: number } }[];
      };
      const table = readFileSync(await saved('CSV'), 'utf8')
        .trim()
        .split('\n');
      const measures = found.figures.find(({ name }) => name === 'countedMeasures')!;
      const row = table
        .find((line) => line.startsWith('countedMeasures,'))!
        .split(',')
        .map(Number);
      expect([row[2], row[3], row[4], row[5], row[6]]).toEqual(
        [measures.baseline, measures.operated, measures.difference.value, measures.difference.low, measures.difference.high].map((value) =>
          Number(value.toPrecision(9)),
        ),
      );
      expect(
        readFileSync(await saved('CSV by seed'), 'utf8')
          .trim()
          .split('\n'),
      ).toHaveLength(25);
      expect(readFileSync(await saved('SVG'), 'utf8')).toMatch(/^<\?xml[^]*<svg[^]*measures counted/);
    },
    within,
  );

  step(
    'effect_UnderWay_GoesOnThroughAReloadAndOnAnotherPage',
    async () => {
      await sheet().getByRole('spinbutton', { name: 'seeds' }).fill('1000');
      await sheet().getByRole('button', { name: 'Find the effect' }).click();
      await sheet().getByRole('progressbar').waitFor({ timeout: within });
      await page.reload();
      const other = await browser.newPage();
      await withPauses(other);
      await other.goto(page.url());
      await other.locator('.bar button[title=Sessions]').click();
      await other.getByText('as one file, without the 1 effect under way').waitFor({ timeout: within });
      await other.keyboard.press('Escape');
      for (const one of [page, other]) {
        await one.getByRole('button', { name: 'Over many seeds …' }).click({ timeout: within });
        await one.getByRole('dialog').getByText('of 1000 tunes, under way').waitFor({ timeout: within });
      }
      await other
        .getByRole('dialog')
        .getByRole('button', { name: /of 1000 tunes, under way/ })
        .click();
      await other.getByRole('dialog').getByRole('button', { name: 'Stop' }).click();
      await other
        .getByRole('dialog')
        .getByText(/^It was stopped after \d+ of 1000 tunes\./)
        .waitFor({ timeout: within });
      await sheet()
        .getByText(/tunes? from seed 1, stopped/)
        .waitFor({ timeout: within });
      await other.close();
    },
    within,
  );

  step(
    'effect_AfterARestart_IsThereAsItWas',
    async () => {
      const list = await sheet().getByRole('list', { name: 'Effects of this session' }).getByRole('listitem').allInnerTexts();
      await served.restart();
      await page.goto(served.address);
      await page.reload();
      await page.getByRole('button', { name: 'Over many seeds …' }).click({ timeout: within });
      await expect
        .poll(() => sheet().getByRole('list', { name: 'Effects of this session' }).getByRole('listitem').allInnerTexts(), {
          timeout: within,
        })
        .toEqual(list);
      await sheet()
        .getByRole('button', { name: /24 tunes from seed 1/ })
        .click();
      await sheet().getByText('The plan changed 24 of 24 tunes').waitFor({ timeout: within });
    },
    within,
  );

  step('effect_Deleted_IsHadBackByUndoing', async () => {
    const items = (): Promise<number> => sheet().getByRole('list', { name: 'Effects of this session' }).getByRole('listitem').count();
    expect(await items()).toBe(2);
    await sheet()
      .getByRole('button', { name: /^Delete the effect/ })
      .first()
      .click();
    await expect.poll(items, { timeout: within }).toBe(1);
    await sheet()
      .getByText(/^The effect of “.*” is deleted\./)
      .waitFor();
    await sheet().getByRole('button', { name: 'Undo' }).click();
    await expect.poll(items, { timeout: within }).toBe(2);
  });

  step('effect_Deleted_StandsInRecentlyDeleted', async () => {
    const items = (): Promise<number> => sheet().getByRole('list', { name: 'Effects of this session' }).getByRole('listitem').count();
    await sheet()
      .getByRole('button', { name: /^Delete the effect/ })
      .first()
      .click();
    await expect.poll(items, { timeout: within }).toBe(1);
    await page.keyboard.press('Escape');
    await page.click('.bar button[title=Sessions]');
    await page.click('.sheet button.item:has-text("Recently deleted")');
    await page.click('.sheet button.item:has-text("an effect over many seeds")');
    await page.getByText(/^The effect of “.*” is back/).waitFor({ timeout: within });
    await plan().getByRole('button', { name: 'Over many seeds …' }).click();
    await expect.poll(items, { timeout: within }).toBe(2);
  });

  step('effects_OnAPhone_FitItsWidth', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => sheet().locator('.picture svg').count(), { timeout: within }).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await violations(page)).toEqual([]);
    await sheet().locator('.picture').scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(screenshots, 'effect-phone.png') });
    expect(errors.filter((text) => !text.includes('ERR_'))).toEqual([]);
  });
});
