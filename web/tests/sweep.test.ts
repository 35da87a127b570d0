import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { effectsOf, ranked, standsOut, type Sweep } from '../sweep/data.ts';
import { effectPlot, mostRows } from '../sweep/effect-plot.ts';

const { document } = new JSDOM().window;

function sweep(plans: number): Sweep {
  return {
    title: 'A sweep',
    seeds: 9,
    headers: [''],
    missing: 0,
    figures: [
      { name: 'countedMeasures', label: 'measures counted', unit: 'share' },
      { name: 'range', label: 'range', unit: 'semitones' },
    ],
    conditions: Array.from({ length: plans }, (_, n) => ({
      model: n % 2 === 0 ? 'one' : 'other',
      temperature: 1,
      plan: `plan ${n}`,
      effects: [
        [0.9, 0.9 - 0.01 * n, -0.01 * n, -0.01 * n - 0.02, -0.01 * n + 0.02, 0.5 / (n + 1), n > plans - 4 ? 0.01 : 0.4],
        n === 2 ? [null, null, null, null, null, null, null] : [12, 13, 1, 0, 2, 0.2, 0.4],
      ],
    })),
  };
}

describe('what a page of a sweep shows', () => {
  test('effects are of one network and temperature, in the order of the plans, without those that are not defined', () => {
    expect(effectsOf(sweep(6), 0, 'one', 1).map(({ plan, place }) => [plan, place])).toEqual([
      ['plan 0', 0],
      ['plan 2', 1],
      ['plan 4', 2],
    ]);
    expect(effectsOf(sweep(6), 1, 'one', 1).map(({ plan }) => plan)).toEqual(['plan 0', 'plan 4']);
    expect(effectsOf(sweep(6), 0, 'one', 0.5)).toEqual([]);
  });

  test('those that stand out come first, then the larger', () => {
    const effects = effectsOf(sweep(8), 0, 'one', 1);
    expect(effects.filter(standsOut).map(({ plan }) => plan)).toEqual(['plan 6']);
    expect(ranked(effects).map(({ plan }) => plan)).toEqual(['plan 6', 'plan 4', 'plan 2', 'plan 0']);
  });

  test('few plans have a row each, named; of many those that stand out are named', () => {
    const few = effectPlot(effectsOf(sweep(6), 0, 'one', 1), 'measures counted', 100, { document });
    expect(few.textContent).toContain('plan 2');
    expect(few.querySelectorAll('circle, g[aria-label="dot"] path')).toHaveLength(3);
    const effects = effectsOf(sweep(2 * mostRows + 2), 0, 'one', 1);
    expect(effects.length).toBeGreaterThan(mostRows);
    const many = effectPlot(effects, 'measures counted', 100, { document });
    expect(many.querySelectorAll('g[aria-label="text"] text')).toHaveLength(effects.filter(standsOut).length);
    expect(many.textContent).not.toContain('plan 2,');
  });
});
