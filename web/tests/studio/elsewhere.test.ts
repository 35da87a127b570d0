import { expect, test } from 'vitest';
import { Elsewhere } from '../../studio/live/elsewhere.ts';

/** Requests that are answered when the test says so. */
class Answers {
  readonly waiting: ((taken: boolean) => void)[] = [];
  asked = 0;
  busy = false;
  readonly elsewhere = new Elsewhere(
    () => {
      this.asked++;
      return new Promise((resolve) => this.waiting.push(resolve));
    },
    () => this.busy,
  );

  async answer(taken: boolean): Promise<void> {
    this.waiting.shift()!(taken);
    // What follows an answer is done when all that waits for it was run.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('changed_PageAtRest_AsksOnce', async () => {
  const page = new Answers();
  void page.elsewhere.changed();
  await page.answer(true);
  expect([page.asked, page.waiting.length]).toEqual([1, 0]);
});

test('changed_WhileAsking_AsksOnceMoreHoweverOftenItWas', async () => {
  const page = new Answers();
  for (let time = 0; time < 3; time++) void page.elsewhere.changed();
  await page.answer(true);
  expect(page.asked).toBe(2);
  await page.answer(true);
  expect([page.asked, page.waiting.length]).toEqual([2, 0]);
});

test('changed_AnswerThatWasOld_AsksAgain', async () => {
  const page = new Answers();
  void page.elsewhere.changed();
  await page.answer(false);
  expect(page.asked).toBe(2);
});

test('changed_DuringAChangeOfThePagesOwn_AsksWhenThatIsOver', async () => {
  const page = new Answers();
  page.busy = true;
  await page.elsewhere.changed();
  expect(page.asked).toBe(0);
  page.busy = false;
  void page.elsewhere.still();
  expect(page.asked).toBe(1);
});

test('changed_AnswerMadeOldByAChangeUnderWay_WaitsForItsEnd', async () => {
  const page = new Answers();
  void page.elsewhere.changed();
  page.busy = true;
  await page.answer(false);
  expect(page.asked).toBe(1);
  page.busy = false;
  void page.elsewhere.still();
  expect(page.asked).toBe(2);
});

test('still_NothingChangedElsewhere_AsksNothing', async () => {
  const page = new Answers();
  await page.elsewhere.still();
  expect(page.asked).toBe(0);
});
