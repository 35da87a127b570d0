import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { launch, withoutBrowser } from './chromium.ts';
import { inOrder } from './in-order.ts';
import { inSight } from './in-sight.ts';
import { withPauses } from './pauses.ts';
import { screenshots, serve, withoutProgram, type Served } from './served.ts';

/** A loaded machine takes long to read the model and to write; a machine at rest takes a second. */
const within = 60_000;

let served: Served;
let browser: Browser;
let page: Page;
const errors: string[] = [];
const requests: string[] = [];

const heat = (): Locator => page.locator('.network-pane canvas');
const right = (name: string): Locator => page.locator('.right').getByRole('region', { name });

/** What a canvas shows, small enough to compare. */
const shown = (place = 0): Promise<string> =>
  page.evaluate((at) => {
    const small = document.createElement('canvas');
    small.width = small.height = 24;
    const context = small.getContext('2d', { willReadFrequently: true })!;
    context.drawImage(document.querySelectorAll<HTMLCanvasElement>('.network-pane canvas')[at]!, 0, 0, 24, 24);
    return context.getImageData(0, 0, 24, 24).data.join();
  }, place);

async function shoot(name: string): Promise<void> {
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

describe.skipIf(withoutBrowser || withoutProgram)('the network panes of the studio in Chromium', () => {
  const step = inOrder();
  beforeAll(async () => {
    [served, browser] = await Promise.all([serve(), launch()]);
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('request', (request) => requests.push(request.url()));
    await withPauses(page);
    await page.addInitScript(() => localStorage.setItem('lilt-toured', 'yes'));
    await page.goto(served.address);
    await page.getByRole('button', { name: 'Write', exact: true }).click({ timeout: within });
    await heat().first().waitFor({ timeout: within });
    // What stands over the heat map has come: it moves no more.
    await page.locator('.score-pane .score svg').waitFor({ timeout: within });
    await page.locator('.rewrite-pane .acts').waitFor({ state: 'attached', timeout: within });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  step('heatMap_Hovered_TellsUnitStepTokenAndValue', async () => {
    // The score that comes later moves the heat map away from under a pointer that rests: it is moved until it is told of.
    let moved = 0;
    await expect
      .poll(async () => {
        await heat()
          .first()
          .hover({ position: { x: 200 + (++moved % 2), y: 40 } });
        return (await page.locator('.network-pane .tip').allInnerTexts()).join();
      })
      .toMatch(/L1\.h\[\d+\] −?\d\.\d{3}\s+step \d+: reads \S+, writes \S+/);
    expect(await heat().first().getAttribute('aria-label')).toMatch(/h of layer 1 .* 512 units by \d+ steps/);
    expect(await heat().first().getAttribute('role')).toBe('img');
  });

  step('heatMap_ZoomedByWheelAndKeys_ShowsPartOfTheStepsAndAllAgain', async () => {
    const whole = await shown();
    const box = await inSight(heat().first());
    const part = (): Promise<string | null> => page.evaluate(() => new URLSearchParams(location.hash.slice(1)).get('sight'));
    await page.mouse.move(box.x + 0.25 * box.width, box.y + 0.25 * box.height);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -300);
    await page.keyboard.up('Control');
    await expect.poll(part).toMatch(/^[\d.]+-[\d.]+$/);
    const [from, to] = (await part())!.split('-').map(Number) as [number, number];
    expect(to - from).toBeLessThan(120);
    await page.keyboard.down('Alt');
    await page.mouse.wheel(0, -300);
    await page.keyboard.up('Alt');
    await expect.poll(() => page.evaluate(() => new URLSearchParams(location.hash.slice(1)).get('rows'))).not.toBeNull();
    await expect.poll(() => shown()).not.toBe(whole);
    await page.getByRole('button', { name: 'all', exact: true }).click();
    await expect.poll(part).toBeNull();
    await expect.poll(() => shown()).toBe(whole);
  });

  step('heatMap_BoxDragged_ChoosesItsUnitsAndSteps', async () => {
    const box = await inSight(heat().first());
    await page.mouse.move(box.x + 0.3 * box.width, box.y + 0.3 * box.height);
    await page.mouse.down();
    await page.mouse.move(box.x + 0.4 * box.width, box.y + 0.35 * box.height, { steps: 4 });
    await page.mouse.up();
    const pane = right('Selection');
    await pane.getByText(/1 of \d+ units of L1/).waitFor();
    await pane.getByText(/^Steps \d+–\d+/).waitFor();
    await expect
      .poll(() => page.evaluate(() => new URLSearchParams(location.hash.slice(1)).get('select')))
      .toMatch(/^L1\.h\[\d+-\d+\]@\d+-\d+$/);
    await page.keyboard.press('e');
    await expect.poll(() => right('Plan').getByRole('heading').innerText()).toContain('1 operation');
    await right('Plan').getByRole('button', { name: 'clear' }).click();
    await pane.getByRole('button', { name: 'clear' }).click();
  });

  step('heatMap_LayerAndSite_SwitchByKeyAndButton', async () => {
    const first = await shown();
    await page.keyboard.press(']');
    await expect.poll(() => page.getByRole('button', { name: 'L2', exact: true }).getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => shown()).not.toBe(first);
    await page.keyboard.press('[');
    await expect.poll(() => shown()).toBe(first);
    await page.getByRole('button', { name: 'c', exact: true }).click();
    await expect.poll(() => shown()).not.toBe(first);
    await page.getByRole('button', { name: 'h', exact: true }).click();
    await expect.poll(() => shown()).toBe(first);
  });

  step('heatMap_Ordered_EveryOrderRearrangesTheSameUnits', async () => {
    const order = page.getByLabel('Order of the units');
    const seen = new Set([await shown()]);
    for (const by of ['peak', 'band', 'binding', 'similarity']) {
      await order.selectOption(by);
      await expect.poll(async () => seen.has(await shown()), { timeout: within }).toBe(false);
      seen.add(await shown());
    }
    await order.selectOption('index');
    await expect.poll(() => shown(), { timeout: within }).toBe([...seen][0]);
    expect(await page.locator('.network-pane [role=alert]').count()).toBe(0);
  });

  step('nextToken_AtEachStep_MarksTheDrawnOne', async () => {
    const pane = right('Next token');
    for (let place = 0; place < 6; place++) {
      await expect.poll(() => pane.locator('li.hit').count()).toBe(1);
      expect(await pane.locator('li').count()).toBeGreaterThanOrEqual(10);
      await expect.poll(() => pane.locator('.sum').innerText()).toMatch(/had .*%: [\d.]+ bits of surprise/);
      await page.keyboard.press('ArrowRight');
    }
  });

  step('unit_Clicked_IsTakenApart', async () => {
    const box = await inSight(heat().first());
    await page.mouse.click(box.x + 0.3 * box.width, box.y + 0.4 * box.height);
    const pane = right('Selection');
    await expect.poll(() => pane.getByRole('heading', { level: 2 }).innerText()).toMatch(/L1\.h\[\d+\]/);
    await pane.getByText('around a measure token').waitFor({ timeout: within });
    expect(await pane.getByText('writes to').count()).toBe(0);
    await page.keyboard.press(']');
    await page.keyboard.press(']');
    await expect.poll(() => page.getByRole('button', { name: 'L3', exact: true }).getAttribute('aria-pressed')).toBe('true');
    await expect.poll(async () => (await heat().first().getAttribute('aria-label'))!).toContain('layer 3');
    await page.mouse.click(box.x + 0.3 * box.width, box.y + 0.4 * box.height);
    await pane.getByText('writes to').waitFor({ timeout: within });
    await shoot('network-unit');
    await page.keyboard.press('[');
    await page.keyboard.press('[');
  });

  step('steps_Dragged_UnitsAndOtherPlacesAreFound', async () => {
    const strip = await inSight(page.locator('.strip svg'));
    await page.mouse.move(strip.x + 0.4 * strip.width, strip.y + 8);
    await page.mouse.down();
    await page.mouse.move(strip.x + 0.43 * strip.width, strip.y + 8, { steps: 4 });
    await page.mouse.up();
    const pane = right('Selection');
    await pane.getByText(/^Steps \d+–\d+/).waitFor();
    await pane.getByText(/on here and off at the edges|is on all through/).waitFor({ timeout: within });
    await shoot('network-steps');
    await pane.getByRole('button', { name: 'clear' }).click();
    await expect.poll(() => pane.innerText()).toContain('Click a unit');
  });

  step('band_BrushedThenExcised_RunsAgainAndCompares', async () => {
    const spectra = page.getByRole('region', { name: 'Mean spectra' });
    const plot = spectra.locator('svg.brushable');
    await plot.scrollIntoViewIfNeeded({ timeout: within });
    const box = await inSight(plot);
    await page.mouse.move(box.x + 0.36 * box.width, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(box.x + 0.42 * box.width, box.y + 60, { steps: 4 });
    await page.mouse.up();
    await spectra.getByText('169 of 512 units of L1 hold the most here').waitFor({ timeout: within });
    await expect.poll(() => spectra.getByText(/169 of 512 units of L[123] hold the most here/).count()).toBe(3);
    await spectra.getByRole('button', { name: 'excise …' }).first().click();
    const plan = right('Plan');
    await expect.poll(() => plan.getByRole('heading').innerText()).toContain('1 operation');
    await expect.poll(() => plan.locator('.what').innerText()).toContain('excise L1, 169 units');
    await plan.getByRole('button', { name: 'Run again' }).click({ timeout: within });
    await expect.poll(() => heat().count(), { timeout: within }).toBe(3);
    await expect
      .poll(() => page.locator('.network-pane .heading').allInnerTexts())
      .toEqual(['baseline', 'layer 1, 169 units cut − baseline', 'layer 1, 169 units cut']);
    await expect.poll(() => plan.innerText(), { timeout: within }).toContain('this tune was made under this plan');
    await expect.poll(() => page.locator('.strip .gutter').innerText()).toContain('layer 1, 169 units cut');
    await shoot('network-compare');
  });

  step('plan_WithAFault_SaysWhichOperationAndDoesNotRun', async () => {
    const plan = right('Plan');
    await plan.getByRole('button', { name: '+ stimulate' }).click();
    await plan.getByLabel('Share of the token that is read').fill('0.6');
    await expect.poll(() => plan.locator('.what').nth(1).innerText()).toContain('0.6 of the token read + 0.4 of a random pitch');
    await plan.getByText('the plan as JSON').click();
    const text = plan.getByLabel('The plan as JSON');
    const good = await text.inputValue();
    await text.fill(good.replace(/"layer":\s*1/, '"layer": 9'));
    await plan.getByRole('button', { name: 'take it' }).click();
    await plan.locator('li.faulty').getByRole('alert').waitFor({ timeout: within });
    await expect.poll(() => plan.getByRole('button', { name: 'Run again' }).isDisabled()).toBe(true);
    await text.fill(good);
    await plan.getByRole('button', { name: 'take it' }).click();
    await expect.poll(() => plan.locator('li.faulty').count(), { timeout: within }).toBe(0);
    await plan.getByRole('button', { name: 'Move down' }).first().click();
    await expect.poll(() => plan.locator('.what').first().innerText()).toContain('stimulate');
    await plan.getByRole('button', { name: 'Remove' }).first().click();
    await expect.poll(() => plan.getByRole('heading').innerText()).toContain('1 operation');
  });

  step('view_Reloaded_IsTheSame', async () => {
    await page.getByLabel('Which heat maps are shown').selectOption('difference');
    await expect.poll(() => heat().count()).toBe(1);
    await expect.poll(() => heat().first().getAttribute('aria-label')).toContain('of the difference');
    const whole = await shown();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(() => shown()).not.toBe(whole);
    await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/(?=.*shown=difference)(?=.*sight=)/);
    const before = { hash: await page.evaluate(() => location.hash), picture: await shown() };
    await page.reload();
    await heat().first().waitFor({ timeout: within });
    await expect.poll(() => shown(), { timeout: within }).toBe(before.picture);
    expect(await heat().count()).toBe(1);
    await expect.poll(() => page.evaluate(() => location.hash)).toBe(before.hash);
    await page.getByText('169 of 512 units of L1 hold the most here').waitFor({ timeout: within });
  });

  step('panes_InBothSchemes_HaveNoSeriousAccessibilityFindings', async () => {
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.evaluate(axe.source);
      const found = await page.evaluate(async () => {
        const { axe: run } = window as unknown as {
          axe: { run: (where: string[]) => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
        };
        return (await run.run(['.network-pane', '.spectra-pane', '.right'])).violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
      });
      expect(found, scheme).toEqual([]);
      await shoot(`network-${scheme}`);
    }
  });

  step('page_AllAlong_HadNoErrorAndAskedOnlyLoopback', () => {
    // The one refusal is the plan with a fault, which the browser reports as a failed load.
    expect(errors.filter((text) => !/status of 422/.test(text))).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(served.address) && !/^(data|blob):/.test(url))).toEqual([]);
  });
});
