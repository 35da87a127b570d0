import { expect, test } from 'vitest';
import { RecordingCache, type Recording } from '../../studio/api/recordings.ts';

const recording: Recording = { rows: 1, columns: 2, values: Float32Array.of(1, 2) };

test('arrived_OneOnItsWay_EndsWhenItHasComeOrFailed', async () => {
  const cache = new RecordingCache();
  let come: (recording: Recording) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const one = cache.get('/one', () => new Promise((resolve) => (come = resolve)));
  const other = cache.get('/other', () => new Promise((_, reject) => (fail = reject)));
  const seen: string[] = [];
  const arrived = cache.arrived().then(() => seen.push('arrived'));
  void one.then(() => seen.push('one'));
  come(recording);
  await one;
  expect(seen).toEqual(['one']);
  fail(new Error('gone'));
  await expect(other).rejects.toThrow('gone');
  await arrived;
  expect(seen).toEqual(['one', 'arrived']);
});

test('arrived_NothingOnItsWay_EndsAtOnce', async () => {
  const cache = new RecordingCache();
  await cache.get('/one', () => Promise.resolve(recording));
  await cache.arrived();
  // What is asked for later is not waited for.
  const waits = cache.arrived();
  void cache.get('/two', () => new Promise<Recording>(() => {}));
  await waits;
});
