import { expect, test } from 'vitest';
import { inOrder, keyOf, keyText, metersInOrder, soundsAs, tonicsOf } from '../../score/key.ts';
import { nameAt, nameText, signatureName } from '../../studio/reading/names.ts';
import { asideText } from '../../studio/writing/aside.ts';

test.each([
  ['X:1\nK:Bbmin\nc', 'Bb', 'min', 'B♭ minor'],
  ['X:1\nK:Ddor\nc', 'D', 'dor', 'D dorian'],
  ['X:1\nK:F# mixolydian\nc', 'F#', 'mix', 'F♯ mixolydian'],
  ['X:1\nK:G\nc', 'G', null, 'G'],
  ['X:1\nK:none\nc', null, null, ''],
  ['', null, null, ''],
])('keyOf_%s', (abc, tonic, mode, text) => {
  expect(keyOf(abc)).toEqual({ tonic, mode });
  expect(keyText({ tonic, mode })).toBe(text);
});

test('tonicsOf_EveryMode_AreTwelveWithAtMostSixAccidentals', () => {
  expect(tonicsOf('maj')).toEqual(['C', 'Db', 'D', 'Eb', 'E', 'F', 'F#', 'G', 'Ab', 'A', 'Bb', 'B']);
  expect(tonicsOf('min')).toEqual(['C', 'C#', 'D', 'Eb', 'E', 'F', 'F#', 'G', 'G#', 'A', 'Bb', 'B']);
  expect(tonicsOf('dor')).toEqual(['C', 'C#', 'D', 'Eb', 'E', 'F', 'F#', 'G', 'Ab', 'A', 'Bb', 'B']);
  expect(tonicsOf(null)).toEqual(tonicsOf('maj'));
  for (const mode of ['maj', 'dor', 'mix', 'min', 'lyd', 'phr'])
    for (const [place, tonic] of tonicsOf(mode).entries()) expect(soundsAs(tonic, tonicsOf('maj')[place]!), `${mode} ${tonic}`).toBe(true);
  expect(soundsAs('C', 'D')).toBe(false);
});

test('inOrder_MetersAndModes_AreAMusicians', () => {
  expect(metersInOrder(['M:9/8', 'M:12/8', 'M:6/8', 'M:4/4', 'M:2/4', 'M:3/4', 'M:3/2'])).toEqual([
    'M:2/4',
    'M:3/4',
    'M:4/4',
    'M:6/8',
    'M:9/8',
    'M:12/8',
    'M:3/2',
  ]);
  expect(inOrder(['K:Cmin', 'K:Cmix', 'K:Cmaj', 'K:Cdor'])).toEqual(['K:Cmaj', 'K:Cdor', 'K:Cmix', 'K:Cmin']);
  expect(inOrder(['K:min', 'K:maj'])).toEqual(['K:maj', 'K:min']);
});

test('nameAt_ATokenOfAStep_IsWhatTheServerSays', () => {
  const tune = { tokens: ['K:Cmaj', 'E', '^F', 'F', '2'] };
  const detail = { tune, names: [{}, { E: 'F♯', F: 'G' }, { E: 'F♯', F: 'G♯' }], namesAt: [0, 1, 1, 2, 2] } as unknown as Parameters<
    typeof nameAt
  >[0];
  expect(tune.tokens.map((_, step) => nameAt(detail, step))).toEqual(['K:Cmaj', 'F♯', '^F', 'G♯', '2']);
  expect([nameAt(detail, 1, 'F'), nameAt(detail, 3, 'F'), nameAt(detail, 99, 'F')]).toEqual(['G', 'G♯', 'G♯']);
  expect(signatureName(detail, 'F')).toBe('G');
  expect([nameText(detail, 1), nameText(detail, 4)]).toEqual(['F♯ (token E)', '2']);
});

test('asideText_ATextAgainstTheMenus_SaysWhatHolds', () => {
  const typed = { tokens: ['M:4/4', 'K:Cdor', 'C'], key: 'D' };
  expect(asideText(typed, { meter: 'M:6/8', mode: 'K:Cmaj', tonic: 'G' })).toEqual([
    'The text’s meter 4/4 holds, not the menu’s 6/8',
    'The text’s key D dorian holds, not the menu’s G major',
  ]);
  expect(asideText(typed, { meter: 'M:4/4', mode: 'K:Cdor', tonic: 'D' })).toEqual([]);
  expect(asideText(typed, { meter: null, mode: null, tonic: null })).toEqual([]);
  expect(asideText({ tokens: ['C'], key: 'D' }, { meter: 'M:6/8', mode: 'K:Cmaj', tonic: 'D' })).toEqual([]);
});
