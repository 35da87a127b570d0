import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { plainView } from '../../studio/address.ts';
import { AddressBar } from '../../studio/address-bar.ts';
import { pauses } from '../../studio/pauses.ts';

let written: string[];
/** Which of what was written was another place. */
let places: string[];
let bar: AddressBar;

beforeEach(() => {
  vi.useFakeTimers();
  written = [];
  places = [];
  bar = new AddressBar((address, isPlace) => {
    written.push(address);
    if (isPlace) places.push(address);
  });
});
afterEach(() => {
  vi.useRealTimers();
});

test('addressBar_ChangeAfterAPause_IsWrittenAtOnce', () => {
  bar.show({ ...plainView(), cursor: 1 });
  expect(written).toEqual(['step=1']);
  vi.advanceTimersByTime(pauses.address + 1);
  bar.show({ ...plainView(), cursor: 2 });
  expect(written).toEqual(['step=1', 'step=2']);
});

test('addressBar_AnotherPlace_IsNeverKeptBackAndIsAStepOfTheHistory', () => {
  const selection = { layer: 2, site: 'h' as const, units: [7], steps: null };
  bar.show({ ...plainView(), tune: 'a' });
  bar.show({ ...plainView(), tune: 'b' });
  bar.show({ ...plainView(), tune: 'b', other: 'a' });
  bar.show({ ...plainView(), session: 's' });
  bar.show({ ...plainView(), session: 's', selection });
  expect(written).toEqual(['tune=a', 'tune=b', 'tune=b&with=a', 'session=s', 'session=s&select=L2.h%5B7%5D']);
  expect(places).toEqual(written.slice(1));
});

test('addressBar_MovesAndBrushes_AreNoSteps', () => {
  for (let at = 1; at < 4; at++) {
    bar.show({ ...plainView(), tune: 'a', cursor: at, selection: { layer: 1, site: 'h', units: [1, 2], steps: [0, at] }, model: `m${at}` });
    vi.advanceTimersByTime(2 * pauses.address);
  }
  expect(written).toHaveLength(3);
  expect(places).toEqual([]);
});

test('addressBar_PlaceThatIsLeft_KeepsTheLastThatWasSeenThere', () => {
  bar.show({ ...plainView(), tune: 'a' });
  bar.show({ ...plainView(), tune: 'a', cursor: 9 });
  bar.show({ ...plainView(), tune: 'b' });
  expect(written).toEqual(['tune=a', 'tune=a&step=9', 'tune=b']);
  expect(places).toEqual(['tune=b']);
});

test('addressBar_PlaceThatTheBrowserWentTo_IsNotWrittenAgain', () => {
  bar.show({ ...plainView(), tune: 'a' });
  bar.stand({ ...plainView(), tune: 'b' });
  bar.show({ ...plainView(), tune: 'b' });
  expect(written).toEqual(['tune=a']);
});

test('addressBar_MovesWithoutAPause_AreWrittenOnceInAWhileAndTheLastOneAlways', () => {
  for (let step = 1; step <= 300; step++) {
    bar.show({ ...plainView(), cursor: step });
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(2 * pauses.address);
  expect(written.at(-1)).toBe('step=300');
  // Browsers take 100 to 200 in ten seconds; these were three.
  expect(written.length).toBeLessThanOrEqual(3000 / pauses.address + 2);
});

test('addressBar_AskedToWrite_WritesWhatHasWaited', () => {
  bar.show({ ...plainView(), cursor: 1 });
  bar.show({ ...plainView(), cursor: 2 });
  expect(written).toEqual(['step=1']);
  bar.write();
  expect(written).toEqual(['step=1', 'step=2']);
  vi.advanceTimersByTime(10 * pauses.address);
  expect(written).toEqual(['step=1', 'step=2']);
});

test('addressBar_WhatStandsThereAlready_IsNotWrittenAgain', () => {
  for (let i = 0; i < 3; i++) {
    bar.show({ ...plainView(), cursor: 1 });
    vi.advanceTimersByTime(2 * pauses.address);
  }
  expect(written).toEqual(['step=1']);
});
