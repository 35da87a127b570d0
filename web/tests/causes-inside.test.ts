import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { followPath } from '../figures/causes/clock-hand.ts';
import { cyclicColour } from '../figures/causes/cyclic.ts';
import type { CausesFigures } from '../figures/contract/study.ts';
import type { Figure, StudyFigure } from '../figures/figure.ts';
import { theme } from '../figures/style.ts';
import { smallDocument } from '../render/small-document.ts';
import { lastNoteTo } from '../score/annotation.ts';
import * as byHand from './studies/causes-by-hand.ts';

const known = new Map(
  Object.values(import.meta.glob<{ figure?: Figure }>('../figures/causes/*.ts', { eager: true })).flatMap(({ figure }) =>
    figure === undefined ? [] : [[figure.name, figure]],
  ),
);
type Name = keyof typeof byHand & keyof CausesFigures;
const draw = (name: Name, data: StudyFigure = byHand[name], options: object = {}): SVGSVGElement =>
  known.get(name)!.draw(data, { document: smallDocument(), ...options });
const texts = (svg: Element): string[] => [...svg.querySelectorAll('text')].map((text) => text.textContent ?? '');
const nonsense = /[^A-Za-z0-9+/]{1}[^"]{0,60}\b(NaN|undefined|Infinity)\b[^"]{0,60}/;

/** What each figure must say on its axes and beside its marks. */
const labels: Record<Name, string[]> = {
  clockFace: ['first axis, 50 % of the means’ variance', '↑ second axis, 25 % of the means’ variance', 'the bar', '3'],
  units: ['↑ F', 'units of layer 2 interchanged', 'units of layer 2 left as they are', 'by place', 'by power', 'random', '512'],
  heard: ["length (the meter's measures)", 'short by 2/8', '┃ first token that differs', '▼ clock pushed on by 2 eighths', 'g'],
  section: ['↑ R', 'end of measure', 'own end', 'moved end', 'layer 1 0.49', 'nothing 0.72', '0.98 [0.78, 1.18]', 'layers 1 and 2'],
  knownAnswers: ['share of the verdicts', 'wrong', 'twice (3 networks)', 'random (1 network)', '80'],
  besideCut: [
    'timing contrast (nats)',
    'F, share of the moved bar',
    '✓ keeps the count: supported',
    '? relays the bar: undetermined',
    '0.98 [0.95, 0.99]',
  ],
  subspace: ['↑ F', 'directions', 'gradient', 'class means (7)', 'whole layer 0.97', 'Layer 2, which keeps the count', '16'],
};
const names = Object.keys(labels) as Name[];

describe('every figure of what is inside', () => {
  for (const name of names) {
    test(`${name}_Drawn_NamesItsAxesWideAndNarrow`, () => {
      for (const width of [860, 600, 360]) {
        const svg = draw(name, undefined, { width });
        expect(svg.getAttribute('viewBox')).toMatch(new RegExp(`^0 0 ${width} \\d+$`));
        const said = texts(svg);
        for (const label of labels[name]) expect(said, `${width}`).toContain(label);
        expect(svg.outerHTML.match(nonsense)).toBeNull();
        const sizes = [...svg.querySelectorAll('[font-size]')].map((of) => Number.parseFloat(of.getAttribute('font-size')!));
        if (width === 360) expect(Math.min(...sizes)).toBeGreaterThanOrEqual(9.5);
      }
      expect(known.get(name)!.fits).toBe(true);
    });

    test(`${name}_Drawn_HasWordsForThoseWhoDoNotSeeAndATrueMinus`, () => {
      const svg = draw(name);
      const label = svg.getAttribute('aria-label')!;
      expect(label.length).toBeGreaterThan(40);
      expect(label.match(/NaN|undefined,|null/)).toBeNull();
      const said = [label, ...texts(svg), ...[...svg.querySelectorAll('title')].map((title) => title.textContent ?? '')];
      expect(said.filter((text) => /(^|[\s([])-\d/.test(text))).toEqual([]);
      for (const scheme of ['light', 'dark'] as const) expect(draw(name, undefined, { scheme }).outerHTML.includes('var(')).toBe(false);
    });

    test(`${name}_Tables_HaveRowsAsWideAsTheirHeader`, () => {
      const tables = known.get(name)!.tables(byHand[name]);
      expect(new Set(tables.map((table) => table.name)).size).toBe(tables.length);
      for (const table of tables) {
        expect(table.rows.length, table.name).toBeGreaterThan(0);
        for (const row of table.rows) expect(row.length, table.name).toBe(table.header.length);
      }
    });
  }

  test('draw_WhatMayBeMissingIsMissing_StillDraws', () => {
    const none = { low: null, high: null };
    const { clockFace, units, heard, section, besideCut, subspace } = byHand;
    const scant: [Name, StudyFigure][] = [
      ['clockFace', { ...clockFace, places: [], tune: { ...clockFace.tune, measures: [], measureSteps: [] } }],
      ['units', { ...units, curves: units.curves.map((of) => ({ ...of, points: of.points.map((d) => ({ ...d, f: null, ...none })) })) }],
      ['units', { ...units, curves: [] }],
      ['heard', { ...heard, pushed: heard.tune, firstDivergence: null }],
      ['section', { ...section, swaps: section.swaps.map((of) => ({ ...of, ownLost: null, ownLow: null, ownHigh: null })) }],
      ['section', { ...section, swaps: [] }],
      ['knownAnswers', { ...byHand.knownAnswers, rows: [] }],
      ['besideCut', { ...besideCut, layers: besideCut.layers.map((of) => ({ ...of, f: null, ...none })) }],
      ['besideCut', { ...besideCut, layers: [] }],
      ['subspace', { ...subspace, rows: subspace.rows.map((of) => ({ ...of, f: null, ...none })) }],
      ['subspace', { ...subspace, rows: [] }],
    ];
    for (const [name, data] of scant) {
      for (const width of [860, 360]) expect(draw(name, data, { width }).outerHTML.match(nonsense), name).toBeNull();
      for (const table of known.get(name)!.tables(data)) {
        for (const row of table.rows) expect(row.length, table.name).toBe(table.header.length);
      }
    }
  });
});

describe('networks of known answer', () => {
  test('draw_KindsThatCountNothing_StandApartAndSayHowManyAreGivenAKeeper', () => {
    const svg = draw('knownAnswers');
    const said = texts(svg);
    const apart = said.findIndex((text) => text.startsWith('Nothing is counted'));
    expect(said.slice(apart).join(' ')).toContain('1 of 1 given a keeper');
    expect(said.indexOf('random (1 network)')).toBeGreaterThan(apart);
    expect(said.indexOf('relay (3 networks)')).toBeLessThan(apart);
    expect(svg.outerHTML).toContain('10 undetermined: sets 9, counted 1');
    expect(svg.getAttribute('aria-label')).toContain('Of 1 that count nothing 1 are given a keeper.');
  });

  test('draw_NoKindThatCountsNothing_LeavesThatPartOut', () => {
    const { knownAnswers } = byHand;
    const svg = draw('knownAnswers', { ...knownAnswers, rows: knownAnswers.rows.filter((row) => row.counts) });
    expect(texts(svg).some((text) => text.startsWith('Nothing is counted'))).toBe(false);
  });
});

describe('the clock face', () => {
  const { clockFace } = byHand;

  test('cyclicColour_Round_EndsAsItBeginsAndPartsTheHalves', () => {
    for (const scheme of ['light', 'dark', 'auto'] as const) {
      expect(cyclicColour(1, scheme)).toBe(cyclicColour(0, scheme));
      expect(new Set([0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875].map((turn) => cyclicColour(turn, scheme))).size).toBe(8);
    }
    expect(cyclicColour(0.25, 'light')).toBe(theme('light').curves[0]);
    expect(cyclicColour(0.75, 'dark')).toBe(theme('dark').curves[1]);
    expect(cyclicColour(0.3, 'auto')).toMatch(/^color-mix\(in srgb, .*var\(--lilt-/);
  });

  test('draw_Means_AreJoinedInTheirOrderAndTheLastToTheFirstInDashes', () => {
    const arrows = [...draw('clockFace').querySelectorAll('path')].filter(
      (path) => path.parentElement?.getAttribute('stroke-width') === '1.6',
    );
    expect(arrows.length).toBe(clockFace.means.length);
    expect(arrows.map((path) => path.parentElement!.getAttribute('stroke-dasharray') !== null)).toEqual([false, false, false, true]);
  });

  // A picture on a page, and a step's point in it.
  const onPage = () => {
    const { document } = new JSDOM('').window;
    const svg = known.get('clockFace')!.draw(clockFace, { document, scheme: 'auto' });
    document.body.append(svg);
    const points = svg.querySelector('.clock-path path')!.getAttribute('d')!.split(/[ML]/).slice(1);
    return { svg, points };
  };

  test('followPath_Step_SetsTheHandThereWithTheWaySinceTheBarBehindIt', () => {
    const { svg, points } = onPage();
    expect(points.length).toBe(clockFace.path.length);
    // The third note of the second measure: its bar is at step 6.
    followPath(svg, clockFace, 9);
    const [x, y] = points[9]!.split(',');
    expect(svg.querySelector<SVGElement>('.clock-hand circle')!.style.transform).toBe(`translate(${x}px, ${y}px)`);
    expect(svg.querySelector('.clock-hand path')!.getAttribute('d')).toBe(`M${points.slice(6, 10).join('L')}`);
    expect(svg.querySelector('.clock-hand text')!.textContent).toBe('step 9: 2 since the bar');
    followPath(svg, clockFace, 10);
    expect(svg.querySelectorAll('.clock-hand').length).toBe(1);
    expect(svg.querySelector('.clock-hand text')!.textContent).toBe('step 10: 3 since the bar');
  });

  test('followPath_NothingSounds_TakesTheHandAway', () => {
    const { svg } = onPage();
    const before = svg.outerHTML;
    followPath(svg, clockFace, 9);
    expect(svg.classList.contains('followed')).toBe(true);
    followPath(svg, clockFace, null);
    expect(svg.outerHTML).toBe(before);
  });

  test('followPath_StepThatThePathHasNot_LeavesThePicture', () => {
    const { svg } = onPage();
    followPath(svg, clockFace, 999);
    expect(svg.querySelector('.clock-hand')).toBeNull();
  });
});

describe('units', () => {
  test('draw_Intervals_AreLinesAndTheRangeOfRandomSetsAnArea', () => {
    const svg = draw('units');
    const { curves } = theme('light');
    const bars = (colour: string): number =>
      [...svg.querySelectorAll('line')].filter(
        (line) => (line.getAttribute('stroke') ?? line.parentElement!.getAttribute('stroke')) === colour,
      ).length;
    expect(bars(curves[0]!)).toBe(8);
    expect(bars(curves[1]!)).toBe(8);
    expect(svg.querySelectorAll('[fill-opacity="0.22"]').length).toBe(2);
  });
});

describe('the tune that is heard', () => {
  const { heard } = byHand;

  test('tunes_Pushed_DiffersFromTheFirstOtherTokenOnAndBothHaveTheStep', () => {
    const [own, pushed] = known.get('heard')!.tunes!(heard);
    expect(own!.firstDivergence).toBeNull();
    expect(pushed!.firstDivergence).toBe(13);
    expect([own!.done?.step, pushed!.done?.step]).toEqual([12, 12]);
  });

  test('tunes_NoTokenDiffers_HaveNoDifference', () => {
    const same = { ...heard, pushed: heard.tune, firstDivergence: null };
    expect(known.get('heard')!.tunes!(same)[1]!.firstDivergence).toBeNull();
    expect(texts(draw('heard', same)).some((text) => text.endsWith('No token differs.'))).toBe(true);
  });

  test('lastNoteTo_Step_IsTheNoteThatEndsThere', () => {
    const { tune } = heard;
    expect(lastNoteTo(tune, 12)).toBe(tune.offsets[12]);
    // The step of the bar: the note before it.
    expect(lastNoteTo(tune, 11)).toBe(tune.offsets[10]);
    expect(lastNoteTo(tune, 1)).toBe(-1);
  });
});

describe('the section', () => {
  test('draw_DonorsBack_HaveNoMovedEnd', () => {
    const { section } = byHand;
    const back = { ...section, swaps: section.swaps.filter(({ dose }) => dose <= 0) };
    expect(texts(draw('section'))).toContain('moved end');
    expect(texts(draw('section', back))).not.toContain('moved end');
  });

  test('draw_IntervalBeyondTheAxis_EndsInAnArrow', () => {
    expect(texts(draw('section')).filter((text) => text === '▸').length).toBe(1);
    expect(texts(draw('section')).filter((text) => text === '◂').length).toBe(0);
  });
});

describe('beside the cut', () => {
  test('draw_NothingMeasured_HasADash', () => {
    expect(texts(draw('besideCut')).filter((text) => text === '–').length).toBe(1);
  });

  test('draw_RandomSets_HaveATickEach', () => {
    const sets = byHand.besideCut.layers.flatMap(({ between, at }) => [...between.random, ...at.random]).length;
    const ticks = [...draw('besideCut').querySelectorAll('g[stroke-opacity="0.75"] line')];
    expect(ticks.length).toBe(sets);
  });

  test('draw_Why_StandsBesideOrUnder', () => {
    const { layers } = byHand.besideCut;
    for (const width of [860, 600, 360]) {
      // The lines of one sentence stand between those of others.
      const said = texts(draw('besideCut', undefined, { width })).flatMap((text) => text.split(' '));
      for (const { why } of layers)
        expect(
          why
            .split(' ')
            .slice(1)
            .filter((word) => !said.includes(word)),
        ).toEqual([]);
    }
  });
});

describe('directions', () => {
  const { subspace } = byHand;
  const hatched = (svg: Element): number =>
    [...svg.querySelectorAll('g')].filter((group) => group.getAttribute('stroke-dasharray') === '1.5,3.5').length;

  test('draw_MoreThanTheWholeLayer_IsHatchedExceptInTheKeeper', () => {
    const beyond = subspace.rows.filter(({ layer, kind, f }) => {
      const whole = subspace.rows.find((of) => of.layer === layer && of.kind === 'whole layer')!;
      return kind === 'gradient' && layer !== subspace.layer && f! > whole.f!;
    });
    expect(beyond.length).toBeGreaterThan(4);
    expect(hatched(draw('subspace'))).toBe(beyond.length);
    expect(texts(draw('subspace')).some((text) => text.startsWith('Pale and hatched'))).toBe(true);
  });

  test('draw_WithinTheWholeLayer_IsNotHatched', () => {
    const kept = { ...subspace, rows: subspace.rows.filter(({ layer }) => layer === 2) };
    expect(hatched(draw('subspace', kept))).toBe(0);
    expect(texts(draw('subspace', kept)).some((text) => text.startsWith('Pale and hatched'))).toBe(false);
  });
});
