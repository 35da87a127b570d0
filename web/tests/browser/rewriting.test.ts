import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { launch, withoutBrowser } from './chromium.ts';
import { inOrder } from './in-order.ts';
import { withPauses } from './pauses.ts';
import { screenshots, serve, withoutProgram, type Served } from './served.ts';

const soon = 30_000;

const tune =
  'M:4/4 K:Cmaj |: C 2 E 2 G 2 E 2 | F 2 A 2 c 2 A 2 | G 2 B 2 d 2 B 2 | c 4 G 4 | e 2 d 2 c 2 B 2 | A 2 G 2 F 2 E 2 | D 2 E 2 F 2 D 2 | C 8 :|';

let browser: Browser;
let studio: Served;
let context: BrowserContext;
let page: Page;
const errors: string[] = [];

const bands = (): Promise<number> => page.locator('.score-pane .bar-band').count();
const title = (text: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.title === wanted, `${text} · Lilt`, { timeout: soon });
const offered = (): Promise<unknown> => page.waitForSelector('.rewrite-pane li:nth-child(2) .score svg', { timeout: soon });
const chosen = (): Promise<string[]> =>
  page.locator('.rewrite-pane .bars input').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));

/** The tokens of the tune in sight, from the server. */
const tokens = (): Promise<string> =>
  page.evaluate(async () => {
    const id = new URLSearchParams(location.hash.slice(1)).get('tune');
    const { tune } = (await (await fetch(`/api/tunes/${id}`)).json()) as { tune: { tokens: string[] } };
    return tune.tokens.join(' ');
  });

/** What axe finds. */
async function violations(): Promise<string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations: found } = await checker.run({ resultTypes: ['violations'] });
    return found.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)}`));
  });
}

describe.skipIf(withoutBrowser || withoutProgram)('bars written again', () => {
  const test = inOrder();

  beforeAll(async () => {
    [browser, studio] = await Promise.all([launch(), serve()]);
    context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addInitScript(() => {
      localStorage.setItem('lilt-toured', 'yes');
    });
    await withPauses(context);
    context.setDefaultTimeout(soon);
    page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
    await page.goto(studio.address);
    await page.waitForSelector('.writing button[type=submit]:not(:disabled)');
    await page.evaluate(async (text) => {
      const token = document.querySelector<HTMLMetaElement>('meta[name="lilt-token"]')!.content;
      const headers = { 'X-Lilt-Token': token, 'Content-Type': 'application/json' };
      const models = (await (await fetch('/api/models')).json()) as { id: string }[];
      const session = new URLSearchParams(location.hash.slice(1)).get('session');
      await fetch(`/api/sessions/${session}/given`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ model: models[0]!.id, text, name: 'eight bars' }),
      });
    }, tune);
    await page.reload();
    await title('eight bars');
    await page.waitForSelector('.score-pane .score svg');
  }, 120_000);

  afterAll(async () => {
    await context?.close();
    await browser?.close();
    await studio?.stop();
  });

  test('score_ADragOverBars_ChoosesThemAndAClickMovesTheCursor', async () => {
    const notes = page.locator('.score-pane .score .abcjs-note');
    const [from, to] = await Promise.all([notes.nth(5).boundingBox(), notes.nth(20).boundingBox()]);
    await page.mouse.move(from!.x + 3, from!.y + 8);
    await page.mouse.down();
    await page.mouse.move(from!.x + 40, from!.y + 8, { steps: 3 });
    await page.mouse.move(to!.x + 3, to!.y + 8, { steps: 5 });
    await page.mouse.up();
    expect(await chosen()).toEqual(['2', '6']);
    expect(await bands()).toBeGreaterThan(1);
    expect(await page.innerText('.play-bar .place')).toContain('step 0');

    const note = await notes.nth(9).boundingBox();
    await page.mouse.click(note!.x + 3, note!.y + 8);
    await page.waitForFunction(() => document.querySelector('.play-bar .place')!.textContent!.includes('measure 3'));
    expect(await chosen()).toEqual(['2', '6']);
  }, 60_000);

  test('score_TheBarMode_ChoosesWithTheArrows', async () => {
    await page.click('.rewrite-pane button[title="Choose none"]');
    expect(await bands()).toBe(0);
    await page.keyboard.press('b');
    expect(await chosen()).toEqual(['3', '3']);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    expect(await chosen()).toEqual(['2', '4']);
    expect(await page.innerText('.score-pane p.hidden[aria-live]')).toContain('bars 2–4 chosen');
    await page.keyboard.press('Enter');
    const before = await page.innerText('.play-bar .place');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction((text) => document.querySelector('.play-bar .place')!.textContent !== text, before);
    expect(await chosen()).toEqual(['2', '4']);
  }, 60_000);

  test('rewrite_WithALockedBarAndNote_OffersWaysThatKeepThem', async () => {
    await page.click('.rewrite-pane [aria-label="Bar 3"] .whole');
    await page.click('.rewrite-pane [aria-label="F2, note 1"]');
    await page.waitForFunction(() => document.querySelectorAll('.score-pane .score .locked').length >= 5);
    await page.click('.rewrite-pane .acts .primary');
    await offered();
    expect(await page.locator('.rewrite-pane .offers li').count()).toBe(5);
    expect(await page.innerText('.rewrite-pane .said')).toContain('256 candidates');
    expect(await page.locator('.rewrite-pane li:nth-child(2) .fresh').count()).toBeGreaterThan(0);
    await page.screenshot({ path: join(screenshots, 'rewriting.png') });
    expect(await violations()).toEqual([]);
  }, 90_000);

  test('take_AnOffer_ShowsItAndUndoingGoesBack', async () => {
    const was = await tokens();
    await page.click('.rewrite-pane [aria-label="take offer 1"]');
    await title('eight bars, bars 2–4 written again');
    const taken = await tokens();
    expect(taken).not.toBe(was);
    expect(taken).toContain('|: C 2 E 2 G 2 E 2 | F 2');
    expect(taken).toContain('| G 2 B 2 d 2 B 2 |');
    expect(taken).toContain('| e 2 d 2 c 2 B 2 | A 2 G 2 F 2 E 2 |');
    expect(await chosen()).toEqual(['2', '4']);

    await page.keyboard.press('Control+z');
    await title('eight bars');
    expect(await tokens()).toBe(was);
    await page.keyboard.press('Control+Shift+z');
    await title('eight bars, bars 2–4 written again');
    expect(await tokens()).toBe(taken);
    await page.click('.rewrite-pane [aria-label="take offer 2"]');
    await page.waitForSelector('.rewrite-pane [aria-label="offer 2 ✓ shown"]');
    await page.keyboard.press('Control+z');
    await page.waitForSelector('.rewrite-pane [aria-label="offer 1 ✓ shown"]');
  }, 90_000);

  test('reload_WithOffersInSight_HasThemAgain', async () => {
    const offers = page.locator('.rewrite-pane .offers li .fresh');
    const before = await offers.count();
    await page.reload();
    await offered();
    await page.waitForSelector('.rewrite-pane [aria-label="offer 1 ✓ shown"]');
    expect(await chosen()).toEqual(['2', '4']);
    expect(await offers.count()).toBe(before);
  }, 90_000);

  test('play_AnOfferAndWhatStoodThere_InTurn', async () => {
    await page.click('.rewrite-pane [aria-label="Play offer 2"]');
    await page.waitForSelector('.rewrite-pane li.heard [aria-label="Stop offer 2"]');
    await page.locator('.score-pane .scores').focus();
    await page.keyboard.press('t');
    await page.waitForSelector('.rewrite-pane li.heard [aria-label="Stop as it was"]');
    await page.click('.rewrite-pane [aria-label="Stop as it was"]');
    await page.waitForSelector('.rewrite-pane [aria-label="Play as it was"]');
  }, 60_000);

  test('range_OfAnInstrument_TellsWhatGoesOverAndMovesIt', async () => {
    await page.click('.rewrite-pane [aria-label="go back to what stood there"]');
    await title('eight bars');
    await page.selectOption('.rewrite-pane .top select', 'whistle');
    await page.waitForSelector('.rewrite-pane .outside :text("Move by octaves")');
    expect(await page.innerText('.rewrite-pane .outside')).toContain("Bars 1 and 8 go outside D-d'");
    await page.click('.rewrite-pane .outside :text("Move by octaves")');
    await page.waitForFunction(() => document.querySelector('.rewrite-pane .said')?.textContent.includes('moved up an octave'));
    await page.click('.rewrite-pane [aria-label="take offer 1"]');
    await title('eight bars, moved by octaves');
    await page.waitForFunction(() => document.querySelector('.rewrite-pane .outside')?.textContent.includes('are within'));
  }, 60_000);

  test('rewrite_AnotherEndingAndAnEnd_LeaveWhatStandsBefore', async () => {
    await page.keyboard.press('Control+z');
    await title('eight bars');
    await page.selectOption('.rewrite-pane .top select', { index: 0 });
    await page.click('.rewrite-pane .acts :text("Another ending")');
    await offered();
    await page.click('.rewrite-pane [aria-label="take offer 1"]');
    await title('eight bars, another ending');
    expect(await tokens()).toContain('| A 2 G 2 F 2 E 2 |');
    await page.keyboard.press('Control+z');
    await title('eight bars');
    await page.fill('.rewrite-pane [aria-label="Last bar"]', '7');
    await page.fill('.rewrite-pane [aria-label="First bar"]', '7');
    await page.click('.rewrite-pane .acts :text("End it from bar 7")');
    await offered();
    await page.click('.rewrite-pane [aria-label="take offer 1"]');
    await title('eight bars, ended from bar 7');
    expect((await tokens()).split(' ').filter((token) => token.includes('|')).length).toBe(9);
  }, 90_000);

  test('rewrite_ThatCannotBe_SaysWhyInOneSentence', async () => {
    await page.keyboard.press('Control+z');
    await title('eight bars');
    await page.selectOption('.rewrite-pane .end select', '4');
    await page.click('.rewrite-pane .acts :text("End it from bar 7")');
    await page.waitForSelector('.rewrite-pane .fault');
    expect(await page.innerText('.rewrite-pane .fault')).toContain('The section has 6 measures already');
  }, 60_000);

  test('page_390PixelsWideAndDark_HasRoomForAll', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.click('.rewrite-pane .acts .primary');
    await offered();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.screenshot({ path: join(screenshots, 'rewriting-narrow.png'), fullPage: true });
    expect(await violations()).toEqual([]);
    // The one refusal that was asked for is all that the browser complained of.
    expect(errors.filter((text) => !text.includes('422'))).toEqual([]);
  }, 90_000);
});
