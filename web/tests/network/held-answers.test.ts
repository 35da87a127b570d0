import { describe, expect, test } from 'vitest';
import { HeldAnswers } from '../../studio/network/held-answers.ts';

/** Answers of two tunes, two of each, and how often each was asked for. */
function twoByTwo(): { get: (tune: string, where: string) => Promise<string>; asked: string[] } {
  const answers = new HeldAnswers(2, 2);
  const asked: string[] = [];
  return {
    asked,
    get: (tune, where) =>
      answers.get(tune, where, async () => {
        asked.push(`${tune}/${where}`);
        return where;
      }),
  };
}

describe('HeldAnswers', () => {
  test('get_HeldAnswer_IsNotAskedForAgain', async () => {
    const { get, asked } = twoByTwo();
    await get('a', 'order');
    expect(await get('a', 'order')).toBe('order');
    expect(asked).toEqual(['a/order']);
  });

  test('get_MoreTunesThanAreHeld_LetsGoOfTheOneUsedLeastRecently', async () => {
    const { get, asked } = twoByTwo();
    for (const tune of ['a', 'b', 'a', 'c', 'a', 'b']) await get(tune, 'order');
    expect(asked).toEqual(['a/order', 'b/order', 'c/order', 'b/order']);
  });

  test('get_MoreAnswersOfATune_LetsGoOfTheOneUsedLeastRecently', async () => {
    const { get, asked } = twoByTwo();
    for (const where of ['1', '2', '1', '3', '1', '2']) await get('a', where);
    expect(asked).toEqual(['a/1', 'a/2', 'a/3', 'a/2']);
  });

  test('get_Failure_IsAskedForAgain', async () => {
    const answers = new HeldAnswers();
    await expect(answers.get('a', 'order', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await answers.get('a', 'order', async () => 'yes')).toBe('yes');
  });
});
