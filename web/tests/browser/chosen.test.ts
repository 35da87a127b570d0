import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { violations } from './accessible.ts';
import { launch, withoutBrowser } from './chromium.ts';
import { inOrder } from './in-order.ts';
import { withPauses } from './pauses.ts';
import { run, screenshots, serve, withoutProgram, type Served } from './served.ts';

/** A loaded machine takes long to read the model and to write; a machine at rest takes a second. */
const within = 60_000;

let served: Served;
let browser: Browser;
let page: Page;
let folder: string;
const errors: string[] = [];

const menu = (): Locator => page.locator('.bar').getByRole('group', { name: 'Export' });
const openMenu = (): Promise<void> => page.locator('.bar').getByRole('button', { name: 'export', exact: false }).click();

/** A file of the export menu, saved under the name that it has. */
async function saved(name: string): Promise<string> {
  await openMenu();
  const coming = page.waitForEvent('download');
  await menu().getByRole('button', { name }).click();
  const file = await coming;
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

async function copied(name: string): Promise<string> {
  await openMenu();
  await menu().getByRole('button', { name }).click();
  await page.locator('.notice').getByText('is on the clipboard').waitFor({ timeout: within });
  return await page.evaluate(() => navigator.clipboard.readText());
}

describe.skipIf(withoutBrowser || withoutProgram)('limit, generator and what is chosen, in Chromium', () => {
  const step = inOrder();
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lilt-chosen-'));
    [served, browser] = await Promise.all([serve(), launch()]);
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await withPauses(page);
    await page.addInitScript(() => localStorage.setItem('lilt-toured', 'yes'));
    await page.goto(served.address);
    await page.locator('.writing button[type=submit]:not(:disabled)').waitFor({ timeout: within });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  step('limitAndGenerator_AreAskedWithNamedAndPartOfTheCommand', async () => {
    await page.locator('.writing').getByRole('button', { name: 'more' }).click();
    await page.getByLabel('limit, tokens').fill('2001');
    await page.getByText('The limit is a whole number from 1 to 2000, and 2001 is not.').first().waitFor();
    expect(await page.locator('.writing button[type=submit]').isDisabled()).toBe(true);
    await page.getByLabel('limit, tokens').fill('90');
    await page.getByRole('radio', { name: /^stream/ }).check();
    await page.screenshot({ path: join(screenshots, 'limit-and-generator.png') });
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.writing').getByRole('button', { name: 'limit 90, stream' }).waitFor();
    await page.getByRole('spinbutton', { name: 'tunes' }).fill('2');
    await page.getByRole('button', { name: 'Write', exact: true }).click();
    await page.locator('.score-pane').getByText('seed 42, stream, limit 90').first().waitFor({ timeout: within });
    await page.getByRole('button', { name: 'tune 1 of 2' }).click({ timeout: within });
    await page.getByRole('button', { name: /^seed 42, tune 2 of its stream, limit 90/ }).click();
    await page.locator('.score-pane').getByText('seed 42, tune 2 of its stream').first().waitFor({ timeout: within });
    const command = await copied('command the command line that does the same');
    expect(command).toBe('lilt generate --seed 42 --tunes 2 --rng stream --limit 90');
    const tokens = (JSON.parse(run(`${command} --json`, folder)) as { tokens: string[] }[])[1]!.tokens.slice(1);
    const table = readFileSync(await saved('CSV token, what it sounds'), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    expect(table).toHaveLength(tokens.length);
    expect(table.map((row) => /^\d+,"?(.*?)"?,(?:[^,]*|"[^"]*"),[^,]*,[^,]*$/.exec(row)![1])).toEqual(tokens);
  });

  step('limitAndGenerator_AfterAReload_StandAsTheyWere', async () => {
    await page.reload();
    await page.locator('.writing').getByRole('button', { name: 'limit 90, stream' }).waitFor({ timeout: within });
    await page.locator('.score-pane').getByText('seed 42, tune 2 of its stream').first().waitFor({ timeout: within });
  });

  step('chosenUnits_AsATable_AreWhatTheCommandMakes', async () => {
    const units = page.getByLabel('units of L1');
    await units.fill('3, 5-9');
    await units.press('Enter');
    await openMenu();
    await menu().getByText('chosen: 6 units of L1.h', { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: join(screenshots, 'chosen.png') });
    await openMenu();
    const table = await saved('values, CSV');
    expect(table).toBe(join(folder, 'seed-42-tune-2-of-its-stream-limit-90-l1-h-units-3-5-9.csv'));
    const here = readFileSync(table, 'utf8');
    expect(here.split('\n')[0]).toBe('step,token,L1.h[3],L1.h[5],L1.h[6],L1.h[7],L1.h[8],L1.h[9]');
    rmSync(table);
    run(await copied('command for these'), folder);
    expect(readFileSync(table, 'utf8')).toBe(here);
    expect((await saved('values, npz')).endsWith('-units-3-5-9.npz')).toBe(true);
    const plan = JSON.parse(readFileSync(await saved('plan of these that holds them at 0'), 'utf8')) as object;
    expect(plan).toEqual({ operations: [{ op: 'excise', layer: 1, units: [3, 5, 6, 7, 8, 9] }] });
  });

  step('chosenBars_AreStepsOfAllUnitsOfTheLayer', async () => {
    await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'clear' }).click();
    await page.locator('body').press('b');
    await openMenu();
    const said = await menu()
      .getByText(/^chosen: all units of L1.h, steps \d+–\d+$/)
      .innerText();
    const [from, to] = /(\d+)–(\d+)/.exec(said)!.slice(1).map(Number) as [number, number];
    await openMenu();
    const rows = readFileSync(await saved('values, CSV'), 'utf8')
      .trim()
      .split('\n');
    expect(rows).toHaveLength(to - from + 2);
    expect(rows[0]!.split(',')).toHaveLength(514);
    expect(errors).toEqual([]);
  });
});
