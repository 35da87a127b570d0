import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nameless, outlineOf, readAloud, violations } from './accessible.ts';
import { launch, withoutBrowser } from './chromium.ts';
import { inSight } from './in-sight.ts';
import { withPauses } from './pauses.ts';
import { screenshots, serve, withoutProgram, type Served } from './served.ts';

const within = 60_000;
const tabNames = ['score', 'network', 'next', 'spectra', 'plan'] as const;

let served: Served;
let browser: Browser;
/** Two views: a tune, and two runs beside each other. */
let tune = '';
let pair = '';
const errors: string[] = [];

interface Screen {
  width: number;
  height: number;
  scheme?: 'light' | 'dark';
  touch?: boolean;
  toured?: boolean;
  motion?: 'reduce' | 'no-preference';
}

async function open(
  hash: string,
  { width, height, scheme = 'light', touch = false, toured = true, motion = 'no-preference' }: Screen,
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    hasTouch: touch,
    isMobile: touch,
    reducedMotion: motion,
  });
  context.setDefaultTimeout(within);
  if (toured) await context.addInitScript(() => localStorage.setItem('lilt-toured', 'yes'));
  await withPauses(context);
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  await page.goto(served.address + hash);
  await page.waitForSelector('.writing button[type=submit]:not(:disabled)', { state: 'attached' });
  return { page, context };
}

const hashOf = (page: Page): Promise<string> => page.evaluate(() => location.hash);
const shot = (page: Page, name: string): Promise<unknown> => page.screenshot({ path: join(screenshots, `screen-${name}.png`) });
const canvas = (page: Page): Locator => page.locator('.network-pane canvas').first();
const sideways = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** How much of an element is in the window and in all that scrolls around it, in pixels of its height. */
const heightInSight = (element: Locator): Promise<number> =>
  element.evaluate((node) => {
    let { top, bottom } = node.getBoundingClientRect();
    for (let parent = node.parentElement; parent !== null; parent = parent.parentElement) {
      if (getComputedStyle(parent).overflowY === 'visible') continue;
      const box = parent.getBoundingClientRect();
      [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
    }
    return Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0));
  });

/** Waits until a tune is drawn, or two, and the network under it. */
async function drawn(page: Page, runs = 1): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      document.querySelectorAll('.score-pane .score svg').length === wanted &&
      document.querySelector('.panes.waiting') === null &&
      document.querySelectorAll('.network-pane canvas').length >= wanted,
    runs,
    { timeout: within },
  );
}

/** Holds back the answers of one kind about tunes, until it is called. */
async function held(page: Page, kind: string): Promise<() => void> {
  let release = (): void => undefined;
  const until = new Promise<void>((then) => {
    release = then;
  });
  await page.route(new RegExp(`/api/tunes/[^/]+/${kind}\\b`), async (route) => {
    await until;
    await route.fallback();
  });
  return () => {
    release();
  };
}

/** Waits until a picture that is long in coming is as pale as it becomes. */
async function pale(page: Page, picture: string): Promise<void> {
  await page.waitForSelector(picture);
  await expect.poll(() => page.evaluate((of) => getComputedStyle(document.querySelector(of)!).opacity, picture)).toMatch(/^0\.(45|5)$/);
}

describe.skipIf(withoutBrowser || withoutProgram)('the studio on any screen', () => {
  beforeAll(async () => {
    [served, browser] = await Promise.all([serve(), launch()]);
    const { page, context } = await open(`#plan=${encodeURIComponent('[{"op":"excise","layer":1,"units":"0-99"}]')}`, {
      width: 1440,
      height: 900,
    });
    await shot(page, 'empty');
    await page.keyboard.press('w');
    await drawn(page);
    tune = (await hashOf(page)).replace(/&plan=[^&]*/, '');
    await page.waitForSelector('.plan-pane .main:text("Run again"):not(:disabled)');
    await page.keyboard.press('r');
    await drawn(page, 2);
    pair = await hashOf(page);
    await context.close();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  test('desk_1440By900_HasScoreTokensHeatMapAndTheWayToRunInSight', async () => {
    const { page, context } = await open(tune, { width: 1440, height: 900 });
    await drawn(page);
    expect(await heightInSight(page.locator('.score-pane .scores'))).toBeGreaterThan(150);
    expect(await heightInSight(page.locator('.strip .axis svg'))).toBeGreaterThan(15);
    expect(await heightInSight(canvas(page))).toBeGreaterThan(240);
    const box = await inSight(canvas(page));
    await page.mouse.click(box.x + 200, box.y + 40);
    await page.keyboard.press('e');
    await expect.poll(() => page.innerText('.plan-pane h2')).toMatch(/Plan: 1 operation\s+on 1 unit/);
    await page.waitForSelector('.plan-pane .main:text("Run again"):not(:disabled)');
    expect(await heightInSight(page.locator('.plan-pane .main'))).toBeGreaterThan(20);
    await shot(page, 'desk');
    await context.close();
  });

  test('desk_1440By900_OfTwoRuns_HasNotesTokensAndHeatMapInSight', async () => {
    const { page, context } = await open(pair, { width: 1440, height: 900 });
    await drawn(page, 2);
    expect(await heightInSight(page.locator('.score-pane .scores'))).toBeGreaterThan(130);
    expect(await heightInSight(page.locator('.strip .axis svg'))).toBeGreaterThan(15);
    expect(await heightInSight(canvas(page))).toBeGreaterThan(150);
    await context.close();
  });

  test('pane_FoldedByItsHeading_IsSoAgainFromTheAddress', async () => {
    const { page, context } = await open(tune, { width: 1440, height: 900 });
    await drawn(page);
    const heading = (name: string): Locator => page.getByRole('button', { name, exact: true });
    expect(await heading('Rewrite').getAttribute('aria-expanded')).toBe('false');
    expect(await page.locator('.rewrite-pane .acts').isVisible()).toBe(false);
    await heading('Rewrite').click();
    await page.locator('.rewrite-pane .acts').waitFor();
    await heading('Score').press('Enter');
    expect(await page.locator('.score-pane .scores').isVisible()).toBe(false);
    expect(await page.locator('.play-bar').isVisible()).toBe(true);
    await expect.poll(() => hashOf(page)).toContain('folded=score-push');
    await page.reload();
    await page.locator('.rewrite-pane .acts').waitFor();
    expect(await page.locator('.score-pane .scores').isVisible()).toBe(false);
    expect(await heading('Score').getAttribute('aria-expanded')).toBe('false');
    await context.close();
  });

  test('phone_390Pixels_ShowsEveryPaneInItsTurn', async () => {
    for (const scheme of ['light', 'dark'] as const) {
      const { page, context } = await open(tune, { width: 390, height: 844, scheme, touch: true });
      await page.waitForSelector('.score-pane .score svg');
      for (const name of tabNames) {
        await page.click(`#tab-${name}`);
        await page.waitForSelector(`.${name}-pane`);
        for (const other of tabNames)
          expect(await page.locator(`.${other}-pane`).isVisible(), `${other} beside ${name}`).toBe(other === name);
        if (name === 'network') await drawn(page);
        if (name === 'spectra') await page.waitForSelector('.spectra-pane svg path');
        expect(await sideways(page), name).toBeLessThanOrEqual(0);
        expect(await violations(page), `${name} ${scheme}`).toEqual([]);
        const small = await page.$$eval('button, select, input:not([type=checkbox], [type=range]), [role=tab]', (all) =>
          all.flatMap((one) => {
            const box = one.getBoundingClientRect();
            return box.width > 1 && (box.width < 24 || box.height < 24) && !one.closest('.aligned, .hidden')
              ? [`${one.outerHTML.slice(0, 90)} ${Math.round(box.width)} × ${Math.round(box.height)}`]
              : [];
          }),
        );
        expect(small, name).toEqual([]);
        await shot(page, `phone-${name}-${scheme}`);
      }
      await context.close();
    }
  }, 180_000);

  test('phone_TabsByKeysAndASwipe_TurnOneByOne', async () => {
    const { page, context } = await open(tune, { width: 390, height: 844, touch: true });
    await drawn(page);
    const chosen = (): Promise<string> => page.innerText('[role=tab][aria-selected=true]');
    await page.focus('#tab-score');
    await page.keyboard.press('ArrowRight');
    expect(await chosen()).toBe('Network');
    await page.keyboard.press('End');
    expect(await chosen()).toBe('Plan');
    await page.keyboard.press('ArrowRight');
    expect(await chosen()).toBe('Score');
    expect(await page.$$eval('[role=tab]', (all) => all.filter((tab) => (tab as HTMLElement).tabIndex === 0).length)).toBe(1);
    // A finger: across a heading it turns, across the heat map it is the heat map's.
    const fingers = await context.newCDPSession(page);
    const drag = async (from: { x: number; y: number }, by: number): Promise<void> => {
      await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] });
      for (let part = 1; part <= 4; part++)
        await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: from.x + (by * part) / 4, y: from.y }] });
      await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await page.click('#tab-next');
    const heading = (await page.locator('.next-pane h2').boundingBox())!;
    await drag({ x: heading.x + 150, y: heading.y + 8 }, 140);
    await expect.poll(chosen).toBe('Network');
    const box = await inSight(canvas(page));
    await drag({ x: box.x + 200, y: box.y + 60 }, -140);
    expect(await chosen()).toBe('Network');
    await expect.poll(() => hashOf(page)).toContain('tab=network');
    await context.close();
  });

  test('phone_HeatMap_IsTappedAndPinched', async () => {
    const { page, context } = await open(`${tune}&tab=network`, { width: 390, height: 844, touch: true });
    await page.waitForSelector('.network-pane canvas');
    const box = await inSight(canvas(page));
    expect(box.width).toBeGreaterThan(280);
    expect(box.height).toBeGreaterThan(250);
    await page.touchscreen.tap(box.x + 120, box.y + 100);
    await expect.poll(() => page.innerText('.selection-pane h2')).toMatch(/L1\.h\[\d+\]/);
    const fingers = await context.newCDPSession(page);
    const two = (apart: number): { x: number; y: number; id: number }[] => [
      { x: box.x + 150 - apart, y: box.y + 100, id: 1 },
      { x: box.x + 150 + apart, y: box.y + 100, id: 2 },
    ];
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: two(30) });
    for (const apart of [40, 60, 90]) await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: two(apart) });
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect.poll(() => hashOf(page)).toMatch(/sight=[\d.]+-[\d.]+/);
    await shot(page, 'phone-pinched');

    await page.getByRole('button', { name: 'box', exact: true }).click();
    const at = await inSight(canvas(page));
    const one = (by: number): { x: number; y: number; id: number }[] => [{ x: at.x + 60 + by, y: at.y + 60 + by, id: 1 }];
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: one(0) });
    for (const by of [20, 50, 80]) await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: one(by) });
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect.poll(async () => decodeURIComponent(await hashOf(page))).toMatch(/select=L1\.h\S*@\d+-\d+/);
    await shot(page, 'phone-box');
    await context.close();
  });

  test('phone_TwoRuns_AreReachedInAllTheirPanes', async () => {
    const { page, context } = await open(pair, { width: 390, height: 844, touch: true });
    await page.waitForFunction(() => document.querySelectorAll('.scores.two .score svg').length === 2);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    await shot(page, 'phone-pair-score');
    await page.click('#tab-network');
    await expect.poll(() => page.locator('.network-pane canvas').count()).toBe(3);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
    await shot(page, 'phone-pair-network');
    await context.close();
  });

  test('page_ZoomedToTwice_HasTheTabsOfAPhone', async () => {
    // A window of 1440 × 900 at 200 %.
    const { page, context } = await open(tune, { width: 720, height: 450 });
    await page.waitForSelector('.score-pane .score svg');
    await page.click('#tab-network');
    await page.waitForSelector('.network-pane canvas');
    expect(await heightInSight(canvas(page))).toBeGreaterThan(100);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    await shot(page, 'zoomed');
    await page.setViewportSize({ width: 960, height: 900 });
    await page.waitForSelector('[role=tablist]', { state: 'detached' });
    for (const name of tabNames) expect(await page.locator(`.${name}-pane`).isVisible(), name).toBe(true);
    await context.close();
  });

  test('tour_OnAPhone_PointsAtWhatIsInSight', async () => {
    const { page, context } = await open('', { width: 390, height: 844, touch: true });
    await page.click('.bar button[title=Help]');
    await page.click('.sheet button.item:has-text("The tour")');
    for (let at = 1; at <= 6; at++) {
      await expect.poll(() => page.innerText('.tour .count')).toContain(`${at} of 6`);
      await page.locator('.tour .foot button').first().click();
      await page.waitForSelector('.tour .foot button.done', { timeout: within });
      await expect.poll(() => page.locator('.tour-place').isVisible(), { message: `step ${at}` }).toBe(true);
      expect(await heightInSight(page.locator('.tour-place'))).toBeGreaterThan(40);
      await shot(page, `tour-phone-${at}`);
      if (at === 2) await page.keyboard.press('Space');
      if (at < 6) await page.click('.tour button:text-is("Next")');
    }
    await page.click('.tour button:text-is("End")');
    await context.close();
  }, 180_000);

  test('projector_1280By720_HasTheHeatMapOfTwoRunsInSight', async () => {
    const { page, context } = await open(pair, { width: 1280, height: 720 });
    await drawn(page, 2);
    const size = (): Promise<number> => page.$eval('.title', (line) => Number.parseFloat(getComputedStyle(line).fontSize));
    const usual = await size();
    await page.click('.bar button[title=Help]');
    await page.click('.sheet button.item:has-text("Projector on")');
    await expect.poll(size).toBeCloseTo(1.25 * usual, 1);
    await expect.poll(() => hashOf(page)).toContain('projector=yes');
    await drawn(page, 2);
    const maps = await page.locator('.network-pane canvas').all();
    expect(maps).toHaveLength(3);
    let seen = 0;
    for (const map of maps) seen += await heightInSight(map);
    expect(seen).toBeGreaterThan(150);
    expect(await page.$eval('.score .abcjs-annotation.good', (text) => getComputedStyle(text).fill)).toBe(
      await page.$eval('body', (body) => getComputedStyle(body).color),
    );
    expect(await violations(page)).toEqual([]);
    await shot(page, 'projector');
    await page.reload();
    await expect.poll(size).toBeCloseTo(1.25 * usual, 1);
    await page.keyboard.press('p');
    await expect.poll(size).toBeCloseTo(usual, 1);
    await context.close();
  });

  test('steps_ByKeyboard_AreMovedTypedAndSaid', async () => {
    const { page, context } = await open(tune, { width: 1440, height: 900 });
    await drawn(page);
    const strip = page.getByRole('slider', { name: /one cell a step/ });
    const field = page.getByRole('spinbutton', { name: 'Step' });
    const live = page.locator('.network-pane [aria-live=polite]').first();
    await strip.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => strip.getAttribute('aria-valuenow')).toBe('2');
    expect(await strip.getAttribute('aria-valuetext')).toMatch(/^step 2 writes \S+/);
    // The strip says it itself while it has the focus.
    expect(await live.innerText()).toBe('');
    await page.keyboard.press('End');
    await expect.poll(() => strip.getAttribute('aria-valuenow')).toBe(await strip.getAttribute('aria-valuemax'));
    await page.keyboard.press('Home');
    await expect.poll(() => field.inputValue()).toBe('0');
    await field.fill('12');
    await expect.poll(() => strip.getAttribute('aria-valuenow')).toBe('12');
    await expect.poll(() => live.innerText()).toMatch(/^step 12 writes \S+/);
    await strip.focus();
    await page.keyboard.press('Space');
    await page.waitForSelector('.play:text("Pause")');
    await strip.blur();
    expect(await live.innerText()).toBe('');
    await page.keyboard.press('Space');
    await expect.poll(() => live.innerText()).toMatch(/^step \d+ writes/);
    await context.close();
  });

  test('readAloud_TheMainStates_AreNamedAndInTheOrderInWhichTheyAreRead', async () => {
    const head = ['banner', 'form Write a tune', 'main'];
    const network = ['region The network', 'slider The tune’s N tokens, one cell a step'];
    const map = (what: string): string => expect.stringMatching(new RegExp(`^application Heat map${what}`)) as string;
    const side = ['region Selection', 'region Next token', 'region Push the clock', 'region Plan'];
    const states: [string, string, Screen, number, string[]][] = [
      [
        'desk',
        tune,
        { width: 1440, height: 900 },
        1,
        [...head, 'region Score', 'region Rewrite', ...network, map(':'), 'region Mean spectra', ...side],
      ],
      [
        'pair',
        pair,
        { width: 1440, height: 900 },
        2,
        [
          ...head,
          'region Score',
          'region Rewrite',
          ...network,
          map(' of baseline'),
          map(' of the difference'),
          map(':'),
          'region Mean spectra',
          ...side,
        ],
      ],
    ];
    for (const [name, hash, screen, runs, outline] of states) {
      const { page, context } = await open(hash, screen);
      await drawn(page, runs);
      await page.waitForSelector('.next-pane li.hit');
      const said = await readAloud(page);
      expect(nameless(said), name).toEqual([]);
      expect(outlineOf(said), name).toEqual(outline);
      await context.close();
    }
    const { page, context } = await open(`${tune}&tab=network`, { width: 390, height: 844 });
    await page.waitForSelector('.network-pane canvas');
    const said = await readAloud(page);
    expect(nameless(said)).toEqual([]);
    expect(outlineOf(said)).toEqual([
      'banner',
      'main',
      'tabpanel The network',
      network[1],
      map(':'),
      'region Selection',
      'navigation What is in sight',
      'tablist Panes',
    ]);
    expect(said.filter(({ role }) => role === 'tab').map((tab) => tab.name)).toEqual(['Score', 'Network', 'Next', 'Spectra', 'Plan']);
    await context.close();
  });

  test('liveRegions_OfWhatComesByItself_AreThere', async () => {
    const { page, context } = await open(tune, { width: 1440, height: 900 });
    await drawn(page);
    // A notice: what e says where nothing is chosen.
    await page.keyboard.press('e');
    const notice = page.locator('[aria-live=assertive]');
    await expect.poll(() => notice.innerText()).toContain('Nothing is chosen yet');
    expect(await notice.getByRole('status').count()).toBe(1);
    // A fault of a plan is an alert.
    await page.getByRole('button', { name: '+ forbid' }).click();
    await page.click('.plan-pane summary');
    await page.fill('.plan-pane textarea', 'no plan');
    await page.getByRole('button', { name: 'take it' }).click();
    await page.locator('.plan-pane').getByRole('alert').waitFor();
    await context.close();
  });

  test('motion_WhereLittleIsWanted_IsNone', async () => {
    for (const motion of ['no-preference', 'reduce'] as const) {
      const { page, context } = await open(tune, { width: 1440, height: 900, motion });
      await drawn(page);
      const moving = await page.evaluate(() => {
        document.querySelector('.panes')!.classList.add('waiting');
        return getComputedStyle(document.querySelector('.panes canvas')!).transitionDuration;
      });
      expect(moving).toBe(motion === 'reduce' ? '0s' : '0.2s');
      await context.close();
    }
  });

  test('everyState_InBothSchemes_HasNoFindingOfAxe', async () => {
    for (const scheme of ['light', 'dark'] as const) {
      const { page, context } = await open(tune, { width: 1440, height: 900, scheme });
      await drawn(page);
      await page.waitForSelector('.spectra-pane svg path');
      expect(await violations(page), `tune ${scheme}`).toEqual([]);
      for (const title of ['Models', 'Sessions', 'Tunes of this session', 'Export', 'Share', 'Help']) {
        await page.click(`.bar button[title="${title}"]`);
        await page.waitForSelector('.bar .sheet');
        expect(await violations(page), `${title} ${scheme}`).toEqual([]);
        await page.keyboard.press('Escape');
      }
      for (const name of ['Rewrite', 'Push the clock']) await page.getByRole('button', { name, exact: true }).click();
      await page.waitForSelector('.rewrite-pane .acts');
      expect(await violations(page), `unfolded ${scheme}`).toEqual([]);
      await page.keyboard.press('?');
      await page.waitForSelector('dialog');
      expect(await violations(page), `keys ${scheme}`).toEqual([]);
      await page.keyboard.press('Escape');
      // What the network did is long in coming: the pictures are still those of the tune before, and pale.
      const recording = await held(page, 'recording');
      await page.fill('.writing .seed input', '77');
      await page.click('.writing button[type=submit]');
      await pale(page, '.panes.waiting canvas');
      expect(await violations(page), `waiting ${scheme}`).toEqual([]);
      await shot(page, `waiting-${scheme}`);
      recording();
      await page.waitForSelector('.spectra-pane svg path');
      const spectra = await held(page, 'spectra');
      await page.selectOption('.spectra-pane select >> nth=0', 'rectangular');
      await pale(page, '.spectra-pane .waiting svg');
      expect(await violations(page), `waiting for spectra ${scheme}`).toEqual([]);
      spectra();
      await page.waitForSelector('.spectra-pane :not(.waiting) > svg');
      await page.fill('.writing .count input', '64');
      await page.click('.writing button[type=submit]');
      await page.waitForSelector('.studio.past');
      served.standStill();
      expect(await violations(page), `writing ${scheme}`).toEqual([]);
      await shot(page, `writing-${scheme}`);
      expect(await page.locator('.studio.past').count()).toBe(1);
      served.goOn();
      await page.keyboard.press('Escape');
      await page.waitForSelector('.studio:not(.past)');
      await context.close();
      const two = await open(pair, { width: 1440, height: 900, scheme });
      await drawn(two.page, 2);
      await shot(two.page, `pair-${scheme}`);
      expect(await violations(two.page), `pair ${scheme}`).toEqual([]);
      await two.context.close();
    }
  }, 180_000);

  test('page_AllAlong_HadNoError', () => {
    expect(errors).toEqual([]);
  });
});
