import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, withoutBrowser } from './chromium.ts';
import { withPauses } from './pauses.ts';
import { screenshots, serve, withoutProgram, type Served } from './served.ts';

const soon = 60_000;
let browser: Browser;
let studio: Served;

async function newContext(): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript(() => {
    localStorage.setItem('lilt-toured', 'yes');
  });
  await withPauses(context);
  context.setDefaultTimeout(soon);
  return context;
}

async function open(hash = '', context?: BrowserContext): Promise<Page> {
  const page = await (context ?? (await newContext())).newPage();
  await page.goto(studio.address + hash);
  await page.waitForSelector('.writing button[type=submit]:not(:disabled)');
  return page;
}

/** Opens the studio in a session of the test's own. */
async function fresh(name: string): Promise<Page> {
  const page = await open();
  await page.click('.bar button[title=Sessions]');
  await page.click('.sheet button.item:has-text("New session")');
  await page.fill('.sheet form input', name);
  await page.click('.sheet form button');
  await page.waitForSelector(`.bar button[title=Sessions]:has-text("${name}")`);
  await page.waitForSelector('.score-pane :text("No tune yet")');
  return page;
}

const shot = (page: Page, name: string): Promise<unknown> => page.screenshot({ path: join(screenshots, `history-${name}.png`) });
const scored = (page: Page): Promise<unknown> => page.waitForSelector('.score-pane .score svg');
const idle = (page: Page): Promise<unknown> => page.waitForSelector('.score-pane:not(:has(.streaming))');
const titled = (page: Page, title: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.title === `${wanted} · Lilt`, title);
const part = (page: Page, name: string): Promise<string | null> =>
  page.evaluate((wanted) => new URLSearchParams(location.hash.slice(1)).get(wanted), name);

/** The names of the session's tunes as the server has them, the oldest first. */
const names = async (page: Page): Promise<string[]> => {
  const session = await part(page, 'session');
  return await page.evaluate(async (id) => {
    const { tunes } = (await (await fetch(`/api/sessions/${id}`)).json()) as { tunes: { name: string }[] };
    return tunes.map(({ name }) => name);
  }, session);
};

async function write(page: Page, seed: number): Promise<void> {
  await page.fill('.seed input', String(seed));
  await page.locator('.seed input').blur();
  await page.keyboard.press('w');
  await titled(page, `seed ${seed}`);
  await scored(page);
  await idle(page);
}

async function run(page: Page, plan: object[], name: string): Promise<void> {
  await page.locator('.plan-pane summary').evaluate((summary) => {
    (summary.parentElement as HTMLDetailsElement).open = true;
  });
  await page.fill('.plan-pane textarea', JSON.stringify({ operations: plan }));
  await page.click('.plan-pane button:text("take it")');
  await page.waitForSelector('.plan-pane .main:not(:disabled)');
  await page.click('.plan-pane .main');
  await titled(page, name);
  await idle(page);
}

describe.skipIf(withoutBrowser || withoutProgram)('the history of the studio in Chromium', () => {
  beforeAll(async () => {
    [browser, studio] = await Promise.all([launch(), serve()]);
  });

  afterAll(async () => {
    await browser?.close();
    await studio?.stop();
  });

  test('history_FivePressesOfWrite_AreFiveTunesAndTheSameSeedTwiceIsOne', async () => {
    const page = await fresh('five presses');
    for (let press = 0; press < 5; press++) await page.keyboard.press('w');
    await expect.poll(() => names(page), { timeout: soon }).toEqual([42, 43, 44, 45, 46].map((seed) => `seed ${seed}`));
    await idle(page);
    await page.fill('.seed input', '43');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.notice:has-text("“seed 43” is here already")');
    await titled(page, 'seed 43');
    expect(await names(page)).toHaveLength(5);
    await page.context().close();
  }, 300_000);

  test('history_RunsAreNamedByWhatWasDone_AndTwoOperatedOnesAreEachCalledSo', async () => {
    const page = await fresh('names');
    await write(page, 42);
    await run(page, [{ op: 'excise', layer: 1, units: Array.from({ length: 40 }, (_, i) => i) }], 'seed 42, layer 1, 40 units cut');
    const headings = (): Promise<string[]> => page.locator('.network-pane .heading').allInnerTexts();
    await expect.poll(headings, { timeout: soon }).toEqual(['baseline', 'layer 1, 40 units cut − baseline', 'layer 1, 40 units cut']);
    await run(page, [{ op: 'forbid', tokens: ['|:'] }], 'seed 42, |: forbidden');
    await page.click('.bar button[title="Tunes of this session"]');
    await page.click('.sheet button[aria-label="Compare with seed 42, layer 1, 40 units cut"]');
    await expect
      .poll(headings, { timeout: soon })
      .toEqual(['layer 1, 40 units cut', '|: forbidden − layer 1, 40 units cut', '|: forbidden']);
    for (const pane of ['.score-pane', '.network-pane', '.spectra-pane']) {
      await expect.poll(() => page.innerText(pane)).toContain('layer 1, 40 units cut');
      expect(await page.innerText(pane)).not.toMatch(/\b(baseline|operated)\b/);
    }
    await shot(page, 'two-operated');
    await page.context().close();
  }, 300_000);

  test('history_UndoAndRedo_TakeBackNamesStarsPlansAndDeletions', async () => {
    const page = await fresh('undo');
    await write(page, 1);
    await write(page, 2);
    const undo = async (what: string): Promise<void> => {
      await page.keyboard.press('Control+z');
      await page.waitForSelector(`.notice:has-text("Undone: ${what}")`);
    };
    await page.click('.bar button[title="Tunes of this session"]');
    await page.locator('.sheet li button[title=Rename]').first().click();
    await page.fill('.sheet li form input', 'The Reel');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.sheet li:has-text("The Reel")');
    await page.locator('.sheet li .star').first().click();
    await page.waitForSelector('.sheet li .star[aria-pressed=true]');
    await page.locator('.sheet li button[title=Delete]').first().click();
    await page.waitForSelector('.notice:has-text("“The Reel” deleted")');
    await titled(page, 'seed 1');
    expect(await names(page)).toEqual(['seed 1']);
    await page.click('.notice button:text("Undo")');
    await titled(page, 'The Reel');
    expect(await names(page)).toEqual(['seed 1', 'The Reel']);
    await page.locator('.bar h1').click();
    await undo('“The Reel” starred');
    await undo('“seed 2” renamed');
    await titled(page, 'seed 2');
    await page.keyboard.press('Control+Shift+z');
    await titled(page, 'The Reel');

    await page.click('.plan-pane button:text("+ forbid")');
    await page.waitForSelector('.plan-pane h2:has-text("1 operation")');
    await page.locator('.bar h1').click();
    await undo('forbid put into the plan');
    expect(await page.innerText('.plan-pane h2')).not.toContain('operation');

    // What was deleted can be had back though the page was opened anew.
    await page.click('.bar button[title="Tunes of this session"]');
    await page.locator('.sheet li button[title=Delete]').first().click();
    await page.waitForSelector('.notice:has-text("deleted")');
    await page.reload();
    await titled(page, 'seed 1');
    await page.click('.bar button[title=Sessions]');
    await page.click('.sheet button.item:has-text("Recently deleted")');
    await shot(page, 'deleted');
    await page.click('.sheet button.item:has-text("The Reel")');
    await titled(page, 'The Reel');
    await page.context().close();
  }, 300_000);

  test('history_ASession_IsDeletedAndHadBack', async () => {
    const page = await fresh('to be deleted');
    await write(page, 5);
    await page.click('.bar button[title=Sessions]');
    await page.click('.sheet button.item:has(span:text-is("Delete"))');
    await page.waitForSelector('.notice:has-text("“to be deleted” is deleted")');
    await page.waitForSelector('.bar button[title=Sessions]:not(:has-text("to be deleted"))');
    await page.keyboard.press('Control+z');
    await page.waitForSelector('.bar button[title=Sessions]:has-text("to be deleted")');
    await titled(page, 'seed 5');
    await page.context().close();
  }, 300_000);

  test('history_BackAndForward_GoThroughTunesComparisonsAndUnits', async () => {
    const page = await fresh('back');
    await write(page, 11);
    await write(page, 12);
    await page.click('.bar button[title="Tunes of this session"]');
    await page.click('.sheet button[aria-label="Compare with seed 11"]');
    await page.waitForSelector('.scores.two');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => part(page, 'step'), { timeout: soon }).toBe('2');
    await page.click('.bar .compare');
    await page.waitForSelector('.scores:not(.two) .score svg');
    const at = await page.evaluate(() => location.hash);

    await page.goBack();
    await page.waitForSelector('.scores.two');
    expect(await part(page, 'step')).toBe('2');
    await page.goBack();
    await page.waitForSelector('.scores:not(.two)');
    await titled(page, 'seed 12');
    await page.goBack();
    await titled(page, 'seed 11');
    await page.goForward();
    await titled(page, 'seed 12');
    await page.goForward();
    await page.waitForSelector('.scores.two');
    await page.goForward();
    await page.waitForSelector('.scores:not(.two) .score svg');
    expect(await page.evaluate(() => location.hash)).toBe(at);
    await page.context().close();
  }, 300_000);

  test('history_ReloadWhileTunesAreWritten_LosesNone', async () => {
    const page = await fresh('reloaded');
    // As many as there may be, and of those that find no end: a quick machine is at work for long enough to be met at it.
    await page.fill('.temperature input', '2');
    await page.fill('.count input', '64');
    await page.locator('.count input').press('Enter');
    await page.waitForSelector('.streaming button:text("Stop")');
    await page.reload();
    await expect.poll(async () => (await names(page)).length, { timeout: 2 * soon }).toBe(64);
    await page.waitForFunction(() => /^seed \d+ · Lilt$/.test(document.title));
    await page.click('.bar button[title="Tunes of this session"]');
    await expect.poll(() => page.locator('.sheet li').count()).toBe(64);
    await page.context().close();
  }, 300_000);

  test('history_AnotherTab_FollowsWithoutBeingLookedAt', async () => {
    const page = await fresh('tabs');
    await write(page, 31);
    const other = await open(await page.evaluate(() => location.hash), page.context());
    await titled(other, 'seed 31');
    await write(page, 32);
    const listed = '.bar button[title="Tunes of this session"]';
    await other.waitForSelector(`${listed}:has-text("of 2")`);
    await page.click(listed);
    await page.locator('.sheet li button[title=Rename]').last().click();
    await page.fill('.sheet li form input', 'renamed here');
    await page.keyboard.press('Enter');
    await titled(other, 'renamed here');
    await page.locator('.sheet li button[title=Delete]').last().click();
    await titled(other, 'seed 32');
    // The tab that had the connection is closed: the other one has it from then on.
    await page.close();
    await write(other, 33);
    await other.context().close();
  }, 300_000);

  test('history_StudioStartedAgain_TheSamePageGoesOn', async () => {
    const page = await fresh('started again');
    await write(page, 51);
    await studio.restart();
    await page.waitForSelector('.notice:has-text("The studio answers again")');
    await write(page, 52);
    expect(await names(page)).toEqual(['seed 51', 'seed 52']);
    await page.context().close();
  }, 300_000);

  test('history_WrongNumbers_StayAndAreToldAndNeverRun', async () => {
    const page = await fresh('numbers');
    for (const [field, text, says] of [
      ['.seed input', '-5', 'A seed is a whole number from 0 to 4294967295, and −5 is not.'],
      ['.seed input', '1.5', 'A seed is a whole number from 0 to 4294967295, and 1.5 is not.'],
      ['.count input', '500', 'The number of tunes is a whole number from 1 to 64, and 500 is not.'],
    ] as const) {
      await page.fill(field, text);
      await page.waitForSelector(`.writing .fault:has-text("${says}")`);
      await page.locator(field).blur();
      expect(await page.inputValue(field)).toBe(text);
      await page.keyboard.press('w');
      await page.waitForSelector(`${field}:focus`);
      expect(await page.locator('.writing button[type=submit]').isDisabled()).toBe(true);
      await page.fill(field, '7');
      await page.waitForSelector('.writing:not(:has(.fault))');
    }
    await page.fill('.count input', '1');
    await write(page, 42);
    await page.click('.plan-pane button:text("+ forbid")');
    await page.fill('.plan-pane .editor label.long input', 'nonsense');
    await page.locator('.plan-pane .editor label.long input').blur();
    await page.waitForSelector('.plan-pane .fault');
    expect(await page.locator('.plan-pane .main').isDisabled()).toBe(true);
    await page.locator('.bar h1').click();
    await page.keyboard.press('r');
    await page.waitForSelector('.notice.error');
    expect(await names(page)).toEqual(['seed 42']);
    await page.context().close();
  }, 300_000);

  test('history_AnAddressOfNoSession_OpensOneThatCanBeUsed', async () => {
    const page = await open('#session=nowhere');
    await page.waitForSelector('.notice.error:has-text("is open instead")');
    await page.context().close();
  }, 300_000);

  test('history_AWrongFile_IsRefusedInAPlainSentence', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lilt-wrong-'));
    const file = join(folder, 'tune.abc');
    writeFileSync(file, 'X:1\nK:C\nCDEF|\n');
    const page = await open();
    await page.click('.bar button[title=Sessions]');
    await page.setInputFiles('.sheet input[type=file]', file);
    await page.waitForSelector('.notice.error:has-text("it is not JSON")');
    rmSync(folder, { recursive: true });
    await page.context().close();
  }, 300_000);
});
