import { expect, test } from 'vitest';
import { plainView, readAddress, readRanges, writeAddress, writeRanges, type View } from '../../studio/address.ts';

const full: View = {
  session: 's1',
  model: 'lilt-irish',
  tune: 't 7',
  other: 't6',
  cursor: 33,
  layer: 3,
  site: 'c',
  order: { by: 'band', event: 'written', band: [4.25, 4.75] },
  window: 'rectangular',
  band: [8.7, 9.3],
  selection: { layer: 1, site: 'h', units: [3, 4, 5, 247], steps: [10, 20] },
  sight: [0, 64],
  rows: [128, 256.5],
  shown: 'difference',
  find: { by: 'above', share: 0.00025 },
  on: { over: 0.42, both: true },
  plan: [
    { op: 'excise', layer: 1, units: [0, 1, 2, 9] },
    { op: 'bias', tokens: { '|': '-inf', '(3': 1.5 } },
    { op: 'clamp', site: 'L2.c', units: 'all', value: 0.5, steps: [0, null] },
  ],
  key: 'Bb',
  tempo: 92.5,
  sound: { instrument: 'whistle', swing: 'jig', chords: true, metronome: true, countIn: false, ramp: true },
  seed: 4294967295,
  temperature: 0.85,
  meter: 'M:6/8',
  mode: 'K:Cdor',
  tonic: 'F#',
  begin: '|: c & # + % * e',
  tunes: 12,
  limit: 64,
  generator: 'webapp',
  tab: 'network',
  folded: ['score', 'push'],
  projector: true,
};

test('address_WholeView_ComesBack', () => {
  expect(readAddress(`#${writeAddress(full)}`)).toEqual(full);
});

test('address_PlainView_IsEmpty', () => {
  expect(writeAddress(plainView())).toBe('');
  expect(readAddress('')).toEqual(plainView());
});

test.each([
  [
    'step=-1&layer=0&site=z&order=up&band=9-8&select=L1.h[5-&sight=1&rows=9&shown=none&find=top-2&on=x&plan={&key=H&tonic=Dm&tempo=0&seed=1e99&temperature=NaN&tunes=0&limit=2001&rng=dice',
  ],
  ['step=1.5&layer=100&select=L1.h&plan=[1,null]&plan2=&seed=4294967296&%E0%A4%A'],
  ['select=L1.h[0-999999]&plan=[{"units":"0-5"}]&begin='],
])('address_Damaged_FallsBackToTheDefaults: %s', (text) => {
  expect(readAddress(text)).toEqual(plainView());
});

test('ranges_AnyUnits_ComeBackAscending', () => {
  expect(writeRanges([0, 1, 2, 5, 7, 8])).toBe('0-2,5,7-8');
  expect(readRanges('7-8,0-2,5,1')).toEqual([0, 1, 2, 5, 7, 8]);
  expect(readRanges('')).toBeNull();
  expect(readRanges('3-')).toBeNull();
});
