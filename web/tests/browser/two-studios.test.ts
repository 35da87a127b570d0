import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { launch, withoutBrowser } from './chromium.ts';
import { inOrder } from './in-order.ts';
import { withPauses } from './pauses.ts';
import { serve, withoutProgram, type Served } from './served.ts';

const within = 120_000;

describe.skipIf(withoutBrowser || withoutProgram)('two studios on one data folder in Chromium', () => {
  const step = inOrder();
  const errors: string[] = [];
  let served: Served;
  let beside: Pick<Served, 'address' | 'stop'>;
  let browser: Browser;
  let here: Page;
  let there: Page;
  let folder: string;

  const tunes = (page: Page): Locator => page.locator('.bar button[title="Tunes of this session"]');
  const sessions = (page: Page): Locator => page.locator('.bar button[title=Sessions]');
  const item = (page: Page, text: string): Locator => page.locator('.sheet button.item').filter({ hasText: text });
  const shown = (page: Page, seed: number): Promise<void> =>
    page.locator('.score-pane').getByText(`seed ${seed}, limit 120`).first().waitFor({ timeout: within });
  const sheet = (page: Page): Locator => page.getByRole('dialog', { name: 'Effect over many seeds' });

  /** What a page says of the effect that is looked at, and its picture; a page with another plan also offers to take the effect's. */
  const told = async (page: Page): Promise<[string, string]> => {
    await sheet(page).locator('.picture svg').waitFor({ timeout: within });
    return [
      (await sheet(page).locator('section').first().innerText()).replace(/\s*take its plan$/, ''),
      await sheet(page).locator('.picture').innerHTML(),
    ];
  };

  async function open(address: string): Promise<Page> {
    // A browser of its own each: tabs of one share what they hear, and these must not.
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    page.on('console', (message) => {
      // What the other studio has just deleted is asked for in vain until the page is told.
      if (message.type() === 'error' && !message.text().includes('404 (Not Found)'))
        errors.push(`${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await withPauses(page);
    await page.addInitScript(() => localStorage.setItem('lilt-toured', 'yes'));
    await page.goto(address);
    return page;
  }

  async function write(page: Page, seed: number): Promise<void> {
    await page.getByRole('spinbutton', { name: 'seed' }).fill(String(seed));
    await page.getByRole('button', { name: 'Write', exact: true }).click({ timeout: within });
    await shown(page, seed);
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lilt-two-'));
    [served, browser] = await Promise.all([serve(), launch()]);
    beside = await served.beside();
    here = await open(served.address);
    await here.getByRole('button', { name: 'more' }).click();
    await here.getByLabel('limit, tokens').fill('120');
    await here.keyboard.press('Escape');
    await write(here, 42);
    const address = new URL(here.url());
    there = await open(beside.address.replace(/\/$/, '') + address.pathname + address.search + address.hash);
    await shown(there, 42);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await beside?.stop();
    await served?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  step(
    'tune_WrittenInOne_StandsInTheListOfTheOther',
    async () => {
      await write(here, 43);
      // What is looked at stays.
      await tunes(there).getByText('tune 1 of 2').waitFor({ timeout: within });
      await write(there, 44);
      await tunes(here).getByText('tune 2 of 3').waitFor({ timeout: within });
    },
    within,
  );

  step(
    'session_RenamedInOne_IsCalledSoInTheOther',
    async () => {
      await sessions(here).click();
      await item(here, 'Rename').click();
      await here.fill('.sheet form input', 'Jigs');
      await here.keyboard.press('Enter');
      await sessions(there).getByText('Jigs').waitFor({ timeout: within });
    },
    within,
  );

  step(
    'tune_InSightRenamedAndDeletedInOne_FollowsInTheOther',
    async () => {
      await tunes(there).click();
      await item(there, 'seed 43').click();
      await shown(there, 43);
      await tunes(here).click();
      await here.getByRole('button', { name: 'Rename seed 43, limit 120' }).click();
      await here.fill('.sheet form input', 'The good one');
      await here.keyboard.press('Enter');
      await there.locator('.score-pane').getByText('The good one').first().waitFor({ timeout: within });
      await here.getByRole('button', { name: 'Delete The good one' }).click();
      await tunes(there).getByText('tune 2 of 2').waitFor({ timeout: within });
      await shown(there, 44);
    },
    within,
  );

  step(
    'effect_FoundInOne_StandsInTheOtherAndIsTakenAlongInTheFile',
    async () => {
      const plan = here.locator('.right').getByRole('region', { name: 'Plan' });
      await plan.getByRole('button', { name: '+ forbid' }).click();
      await plan.getByRole('button', { name: 'Over many seeds …' }).click();
      await sheet(here).getByRole('spinbutton', { name: 'seeds' }).fill('24');
      await sheet(here).getByRole('button', { name: 'Find the effect' }).click();
      const said = 'The plan changed 24 of 24 tunes: 100.0 % (86.2 % to 100.0 %).';
      await sheet(here).getByText(said).waitFor({ timeout: within });
      const found = await told(here);
      const listed = (page: Page): Locator => sheet(page).getByRole('button', { name: /24 tunes from seed 1 / });
      await there.getByRole('button', { name: 'Over many seeds …' }).click({ timeout: within });
      await listed(there).click();
      await sheet(there).getByText(said).waitFor({ timeout: within });
      expect(await told(there)).toEqual(found);
      await there.keyboard.press('Escape');
      await here.keyboard.press('Escape');

      const file = join(folder, 'session.json');
      await sessions(here).click();
      const coming = here.waitForEvent('download');
      await item(here, 'all of it as one file').click();
      await (await coming).saveAs(file);
      await sessions(there).click();
      const chooser = there.waitForEvent('filechooser');
      await item(there, 'Import').click();
      await (await chooser).setFiles(file);
      await there.getByText('“Jigs” is here, with 2 tunes and 1 effect.').waitFor({ timeout: within });
      await there.getByRole('button', { name: 'Over many seeds …' }).click();
      await listed(there).click({ timeout: within });
      await sheet(there).getByText(said).waitFor({ timeout: within });
      expect(await told(there)).toEqual(found);
      await there.keyboard.press('Escape');
    },
    within,
  );

  step(
    'session_InSightDeletedInOne_GivesWayToAnotherInTheOther',
    async () => {
      await sessions(there).click();
      await there.locator('.sheet button.item[aria-current=false]').filter({ hasText: 'Jigs' }).click();
      const session = (page: Page): string | null => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('session');
      await expect.poll(() => session(there), { timeout: within }).toBe(session(here));
      await sessions(there).click();
      await item(there, 'undo has it back').click();
      await here.getByText('The session “Jigs” was deleted elsewhere.').waitFor({ timeout: within });
      expect(errors).toEqual([]);
    },
    within,
  );
});
