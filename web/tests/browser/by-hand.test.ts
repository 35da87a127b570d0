import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { violations } from './accessible.ts';
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

const right = (name: string): Locator => page.locator('.right').getByRole('region', { name });
const plan = (): Locator => right('Plan');
const row = (at = 0): Locator => plan().locator('.what').nth(at);

async function write(seed: number): Promise<void> {
  await page.getByRole('spinbutton', { name: 'seed' }).fill(String(seed));
  await page.getByRole('button', { name: 'Write', exact: true }).click({ timeout: within });
  await page.locator('.score-pane').getByText(`seed ${seed}`).first().waitFor({ timeout: within });
}

describe.skipIf(withoutBrowser || withoutProgram)('the plan by hand in Chromium', () => {
  const step = inOrder();
  beforeAll(async () => {
    [served, browser] = await Promise.all([serve(), launch()]);
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await withPauses(page);
    await page.addInitScript(() => localStorage.setItem('lilt-toured', 'yes'));
    await page.goto(served.address);
    await write(7);
    await write(42);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  step('interchange_OfAnotherTune_IsNamedRunAndCompared', async () => {
    await page.getByLabel('Step', { exact: true }).fill('40');
    await page.keyboard.press('Enter');
    await right('Next token').getByText('at step 40', { exact: true }).waitFor();
    await plan().getByRole('button', { name: '+ interchange' }).click();
    await expect.poll(() => row().innerText()).toBe('patch L1.c L1.h, all units from seed 7, its step 40, step 40, for its own next step');
    const from = plan().getByLabel('from tune');
    expect(await from.locator('option').allInnerTexts()).toEqual(['seed 42', 'seed 7']);
    await plan().getByLabel('its step').fill('36');
    await page.keyboard.press('Tab');
    await expect.poll(() => row().innerText()).toContain('its step 36');
    await expect.poll(() => row().getAttribute('title'), { timeout: within }).toContain('from the recording of “seed 7”, from step 36 on');
    await plan().getByRole('button', { name: 'Run again' }).click({ timeout: within });
    await expect.poll(() => plan().innerText(), { timeout: within }).toContain('this tune was made under this plan');
  });

  step('nextToken_OfTwoRuns_StandsSideBySideOnOneScaleAndSaysHowThePastsCompare', async () => {
    const pane = right('Next token');
    const at = async (to: number): Promise<void> => {
      await page.getByLabel('Step', { exact: true }).fill(String(to));
      await page.keyboard.press('Enter');
      await pane.getByText(`at step ${to}`, { exact: true }).waitFor();
    };
    const widths = (of: string): Promise<number[]> =>
      pane.locator(`li i.${of}`).evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width));
    // Up to the step that was patched nothing is changed: the bars are the same.
    await at(12);
    await pane.getByText('Both runs have read the same tokens before this step.').waitFor({ timeout: within });
    expect(await pane.locator('.legend').innerText()).toContain('baseline');
    expect(await widths('tune')).toEqual(await widths('other'));
    expect((await pane.locator('li .mark').allInnerTexts()).filter((mark) => mark === 'drawn')).toHaveLength(2);
    // The patch is at the end of step 40: the next is the first that may differ.
    await at(41);
    await expect.poll(async () => (await widths('tune')).join() === (await widths('other')).join()).toBe(false);
    const parted = await page.evaluate(async () => {
      const of = new URLSearchParams(location.hash.slice(1));
      const answer = await fetch(`/api/tunes/${of.get('tune')}/beside/${of.get('with')}`);
      return ((await answer.json()) as { firstDivergence: number }).firstDivergence;
    });
    await at(parted);
    await pane.getByText('before this step, and part here.').waitFor();
    await at(parted + 1);
    await pane.getByText(/The runs parted at step \d+: what they have read before this step differs\./).waitFor();
    await page.screenshot({ path: join(screenshots, 'next-token-beside.png') });
    await at(40);
  });

  step('field_TypedWrongly_SaysSoUnderItselfAndDoesNotRun', async () => {
    const run = plan().getByRole('button', { name: 'Run again' });
    await plan().getByLabel('its step').fill('90000');
    await page.keyboard.press('Tab');
    await plan()
      .getByText(/seed 7 has no step 90000: it has \d+, from 0/)
      .waitFor();
    expect(await plan().getByLabel('its step').getAttribute('aria-invalid')).toBe('true');
    await plan().getByLabel('sites').fill('L9.c');
    await page.keyboard.press('Tab');
    await plan().getByText('There is no layer 9').waitFor();
    await expect.poll(() => run.isDisabled()).toBe(true);
    await plan().getByLabel('its step').fill('');
    await page.keyboard.press('Tab');
    await expect.poll(() => plan().locator('.fault').count()).toBe(1);
    expect(await run.isDisabled()).toBe(true);
    await plan().getByLabel('sites').fill('L2.h');
    await page.keyboard.press('Tab');
    await expect.poll(() => row().innerText()).toBe('patch L2.h, all units from seed 7, step 40, for its own next step');
    await expect.poll(() => run.isDisabled(), { timeout: within }).toBe(false);
    await plan().getByRole('button', { name: 'clear' }).click();
  });

  step('excision_HeldAtAStepOrAtRandomSteps_NamesTheTune', async () => {
    const box = await inSight(page.locator('.network-pane canvas').first());
    await page.mouse.click(box.x + 0.3 * box.width, box.y + 0.4 * box.height);
    await right('Selection')
      .getByRole('heading', { name: /L1\.h\[\d+\]/ })
      .waitFor();
    await plan().getByRole('button', { name: '+ freeze' }).click();
    await expect.poll(() => row().innerText()).toMatch(/^excise L1, unit \d+, to that of step \d+ of seed 42$/);
    await plan().getByLabel('from tune').selectOption({ label: 'seed 7' });
    await plan().getByLabel('at its step').fill('12');
    await page.keyboard.press('Tab');
    await expect.poll(() => row().innerText()).toMatch(/to that of step 12 of seed 7$/);
    await plan().getByLabel('held at').selectOption('resample');
    await expect.poll(() => row().innerText()).toMatch(/to those of random steps of seed 7$/);
    await plan().getByRole('textbox', { name: 'seed' }).fill('3');
    await page.keyboard.press('Tab');
    await expect.poll(() => row().innerText()).toMatch(/of seed 7, seed 3$/);
    await plan().getByRole('combobox', { name: 'for', exact: true }).selectOption('up');
    await expect.poll(() => row().innerText()).toMatch(/, for the layers above$/);
    await expect.poll(() => row().getAttribute('title'), { timeout: within }).toContain('“seed 7”');
    expect(await plan().getByRole('alert').count()).toBe(0);
    await plan().getByRole('button', { name: 'Run again' }).click({ timeout: within });
    await expect.poll(() => plan().innerText(), { timeout: within }).toContain('this tune was made under this plan');
  });

  step(
    'forms_InBothSchemesAndNarrow_HaveNoAccessibilityFindings',
    async () => {
      await plan().getByRole('button', { name: '+ interchange' }).click();
      await plan().getByRole('button', { name: '+ freeze' }).click();
      for (const [width, height] of [
        [1440, 900],
        [1280, 720],
        [390, 844],
      ] as const)
        for (const scheme of ['light', 'dark'] as const) {
          await page.setViewportSize({ width, height });
          await page.emulateMedia({ colorScheme: scheme });
          if (width < 960) await page.getByRole('tab', { name: 'Plan' }).click();
          else await plan().scrollIntoViewIfNeeded();
          expect(await violations(page), `${scheme} ${width}`).toEqual([]);
          await page.screenshot({ path: join(screenshots, `plan-by-hand-${width}-${scheme}.png`) });
        }
    },
    240_000,
  );

  step('plan_OfATuneThatIsGone_SaysSoUnderItsOperation', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await plan().getByText('the plan as JSON').click();
    const text = plan().getByLabel('The plan as JSON');
    await text.fill(
      '{"operations":[{"op":"forbid","tokens":["|"]},{"op":"patch","site":"L1.h","units":"all","recording":"00000000000000000000000000000000"}]}',
    );
    await plan().getByRole('button', { name: 'take it' }).click();
    const alert = plan().locator('li').nth(1).getByRole('alert');
    await alert.waitFor({ timeout: within });
    expect(await alert.innerText()).toContain('a tune that is not in this session');
    expect(await plan().locator('ol').innerText()).not.toContain('000000');
    await plan().getByRole('button', { name: 'clear' }).click();
  });

  step('page_AllAlong_HadNoError', () => {
    // The one refusal is the plan that reads a tune that is gone, which the browser reports as a failed load.
    expect(errors.filter((text) => !/status of 422/.test(text))).toEqual([]);
  });
});
