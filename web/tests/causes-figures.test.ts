import { describe, expect, test } from 'vitest';
import { apart } from '../figures/apart.ts';
import type { CausesFigures, LayerClaim, WiringFigure } from '../figures/contract/study.ts';
import type { Figure, StudyFigure } from '../figures/figure.ts';
import { figuresOf } from '../figures/index.ts';
import { theme } from '../figures/style.ts';
import { smallDocument } from '../render/small-document.ts';
import { madeStudy } from './studies/made.ts';

const study = madeStudy('causes');
const known = new Map(figuresOf(study).flatMap(({ name, figure }) => (figure === null ? [] : [[name, figure]])));
const figureOf = (name: keyof CausesFigures): Figure => known.get(name)!;
const draw = (name: keyof CausesFigures, data: StudyFigure | null = study.figures[name], options: object = {}): SVGSVGElement =>
  figureOf(name).draw(data!, { document: smallDocument(), ...options });
/** What is written, without what a mark says when it is pointed at. */
const texts = (svg: Element): string[] =>
  [...svg.querySelectorAll('text')].map((text) => (text.textContent ?? '').replace(text.querySelector('title')?.textContent ?? '', ''));
const nonsense = /[^A-Za-z0-9+/]{1}[^"]{0,60}\b(NaN|undefined|Infinity)\b[^"]{0,60}/;
const [meter] = study.figures.swap.meters;

/** What each figure must say on its axes and beside its marks. */
const labels = {
  wiring: ['posterior', 'token read', 'layer 2', 'keeps the count', '✓ supported', '✗ contradicted', 'share, with interval', '0.5'],
  count: ['4/4', '↑ B (nats)', 'd (eighths since the bar)', 'M = 8', 'fall of B at the own bar (nats)', 'all layers', 'nothing'],
  swap: ['4/4', '↑ B (nats)', 'd (eighths since the bar)', `moved: ${meter!.moved}`, `own: ${meter!.measure}`, 'layer 2', 'all layers'],
  map: ['4/4', 'k', '+2', '−2', 'layer 2', '1 + 2', 'all layers', '0.5'],
  sets: ['layer 1, memory put back', 'layer 3, output held back', 'share undone', '4/4: a bar put in', 'nothing done', '↑ B (nats)'],
  moves: ['mid-measure, handing up a boundary', 'share of the way', 'Jensen–Shannon, bits; hollow: sham', 'layer 3'],
  byItself: ['↑ B (nats)', '8 = M', '16 = 2M', '24 = 3M', 'duration since the last bar (eighths)', '↑ nats'],
} satisfies Partial<Record<keyof CausesFigures, string[]>>;
const names = Object.keys(labels) as (keyof typeof labels)[];

describe('every figure of causes', () => {
  for (const name of names) {
    test(`${name}_Drawn_NamesItsAxesWideAndNarrow`, () => {
      for (const width of [860, 600, 360]) {
        const svg = draw(name, undefined, { width });
        expect(svg.getAttribute('viewBox')).toMatch(new RegExp(`^0 0 ${width} \\d+$`));
        const said = texts(svg);
        const wanted = name === 'wiring' && width < 760 ? ['✓ keeps the count', '✗ sets the count', 'layer 2', '0.5'] : labels[name];
        for (const label of wanted) expect(said, `${width}`).toContain(label);
      }
      expect(figureOf(name).fits).toBe(true);
    });

    test(`${name}_Drawn_IsSoundInEveryViewAndScheme`, () => {
      for (const { options } of [{ options: {} }, ...(figureOf(name).views ?? [])]) {
        const svg = draw(name, undefined, options);
        expect(svg.outerHTML.match(nonsense)).toBeNull();
        expect(svg.getAttribute('aria-label')!.match(/NaN|undefined|null/)).toBeNull();
        const said = [...texts(svg), ...[...svg.querySelectorAll('title')].map((title) => title.textContent ?? '')];
        expect(said.filter((text) => /(^|[\s([])-\d/.test(text))).toEqual([]);
      }
      for (const scheme of ['light', 'dark'] as const) expect(draw(name, undefined, { scheme }).outerHTML.includes('var(')).toBe(false);
    });

    test(`${name}_Tables_HaveRowsAsWideAsTheirHeader`, () => {
      const tables = figureOf(name).tables(study.figures[name]);
      expect(tables.some(({ rows }) => rows.length > 0)).toBe(true);
      for (const table of tables) for (const row of table.rows) expect(row.length, table.name).toBe(table.header.length);
    });
  }

  test('draw_WhatMayBeMissingIsMissing_StillDraws', () => {
    const f = study.figures;
    const none = { low: null, high: null };
    const scant: Partial<CausesFigures> = {
      count: {
        ...f.count,
        crossings: f.count.crossings.map((of) => ({ ...of, agreesGone: null, agreesToGo: null, agreesShare: null, curve: [] })),
        matched: f.count.matched.map((of) => ({ ...of, pairs: 0, lost: null, ...none })),
        meters: f.count.meters.slice(0, 1).map((of) => ({ ...of, cells: of.cells.slice(0, 1) })),
      },
      swap: {
        ...f.swap,
        meters: f.swap.meters.slice(0, 1).map((of) => ({ ...of, curves: of.curves.map((c) => ({ ...c, places: [] })), shams: [] })),
      },
      map: { ...f.map, rows: f.map.rows.map((row) => ({ ...row, f: null, ...none })), byPlace: [] },
      sets: {
        ...f.sets,
        meters: f.sets.meters.map((of) => ({
          ...of,
          fallLow: null,
          fallHigh: null,
          inserted: [],
          deleted: of.deleted.slice(0, 1),
          layers: of.layers.map((layer) => ({
            ...layer,
            putBackUndoes: null,
            putBackLow: null,
            putBackHigh: null,
            heldBackUndoes: 9,
            heldBackLow: -9,
          })),
        })),
      },
      moves: {
        ...f.moves,
        meters: f.moves.meters.map((of) => ({
          ...of,
          layers: of.layers.map((l) => ({ ...l, share: null, boundaryShare: null, ...none })),
        })),
      },
      byItself: { ...f.byItself, places: [], rises: f.byItself.rises.map((of) => ({ ...of, rise: null, ...none })) },
    };
    const empty: Partial<CausesFigures> = {
      count: { ...f.count, meters: [], matched: [], crossings: [] },
      swap: { ...f.swap, meters: [] },
      map: { ...f.map, rows: [], byPlace: [] },
      sets: { ...f.sets, meters: [] },
      moves: { ...f.moves, meters: [] },
    };
    for (const of of [scant, empty]) {
      for (const [name, data] of Object.entries(of)) {
        for (const width of [860, 360]) {
          const svg = draw(name as keyof CausesFigures, data, { width });
          expect(svg.outerHTML.match(nonsense), name).toBeNull();
          expect(svg.getAttribute('aria-label'), name).toBeTruthy();
        }
        for (const table of figureOf(name as keyof CausesFigures).tables(data!)) {
          for (const row of table.rows) expect(row.length, table.name).toBe(table.header.length);
        }
      }
    }
  });

  test('drawMap_PartsApart_HaveALetterEach', () => {
    const { map } = study.figures;
    const row = map.rows.find(({ dose, part, f }) => dose !== 0 && part === 'both' && f !== null)!;
    const svg = draw('map', { ...map, rows: [row, { ...row, part: 'hidden' as const }, { ...row, part: 'cell' as const }] });
    expect(texts(svg).filter((text) => text === 'h' || text === 'c')).toEqual(['h', 'c']);
  });

  test('drawMap_ByPlace_HasALineALayerUnderItsAxis', () => {
    const [place] = [{ meter: '4/4', layers: '2', eighths: 1, pairs: 60, f: 0.7, low: 0.5, high: 0.9 }];
    const svg = draw('map', { ...study.figures.map, byPlace: [place!, { ...place!, eighths: 2 }, { ...place!, layers: '1+2' }] });
    for (const label of ['↑ F at k = 2', 'd of the target (eighths)']) expect(texts(svg)).toContain(label);
    expect(texts(draw('map', { ...study.figures.map, byPlace: [] }))).not.toContain('↑ F at k = 2');
  });

  test('draw_ShareBeyondTheAxis_EndsInAnArrow', () => {
    const { meters } = study.figures.moves;
    const far = {
      ...study.figures.moves,
      meters: meters.map((of) => ({ ...of, layers: of.layers.map((l) => ({ ...l, share: 3, high: 4 })) })),
    };
    expect(texts(draw('moves', far)).filter((text) => text === '▸').length).toBe(meters.length * meters[0]!.layers.length);
    expect(texts(draw('moves')).filter((text) => text === '▸')).toEqual([]);
  });
});

describe('the wiring', () => {
  const { wiring } = study.figures;
  const claimed = (
    layer: number,
    change: (of: WiringFigure['layers'][number]) => Partial<WiringFigure['layers'][number]>,
  ): WiringFigure => ({
    ...wiring,
    layers: wiring.layers.map((of) => (of.layer === layer ? { ...of, ...change(of) } : of)),
  });
  const open = (of: LayerClaim, reason: string): LayerClaim => ({ ...of, verdict: 'undetermined', reason });
  const dotted = (svg: Element): number =>
    [...svg.querySelectorAll('*')].filter((mark) => mark.getAttribute('stroke-dasharray') === '2,4').length;
  const shares = (svg: Element): string[] => texts(svg).filter((text) => /^−?\d\.\d\d \[/.test(text));

  test('draw_Claims_HaveTheirNumbersWithIntervals', () => {
    const measured = wiring.layers.flatMap(({ sets, keeps, handsOn }) => [sets, keeps, handsOn]).filter(({ share }) => share !== null);
    expect(measured.length).toBeGreaterThan(4);
    expect(shares(draw('wiring')).length).toBe(measured.length);
  });

  test('draw_Undetermined_IsDottedAndItsReasonIsSaid', () => {
    const svg = draw(
      'wiring',
      claimed(3, ({ keeps, handsOn }) => ({ keeps: open(keeps, 'too few'), handsOn: open(handsOn, 'too few') })),
    );
    expect(dotted(draw('wiring'))).toBe(0);
    expect(dotted(svg)).toBe(2);
    expect(texts(svg).filter((text) => text === '? undetermined').length).toBe(2);
    // The line may be wrapped.
    expect(texts(svg).join(' ')).toContain('Undetermined, too few:');
  });

  test('draw_Contradicted_IsPaleAndSupportedIsInTheLayersColour', () => {
    const verdicts = (of: 'supported' | 'contradicted') =>
      draw(
        'wiring',
        claimed(2, ({ keeps }) => ({ keeps: { ...keeps, verdict: of } })),
      );
    const { rule, curves } = theme('light');
    const strokes = (svg: Element, colour: string): number => svg.querySelectorAll(`[stroke="${colour}"]`).length;
    expect(strokes(verdicts('contradicted'), rule)).toBeGreaterThan(strokes(verdicts('supported'), rule));
    expect(strokes(verdicts('supported'), curves[1]!)).toBeGreaterThan(strokes(verdicts('contradicted'), curves[1]!));
  });

  test('draw_KeptTogether_NamesTheOtherLayerInPictureTableAndWords', () => {
    const together = {
      ...wiring,
      layers: wiring.layers.map((of) =>
        of.layer === 1 ? of : { ...of, keeps: { ...of.keeps, verdict: 'supported' as const }, together: [of.layer === 2 ? 3 : 2] },
      ),
    };
    const svg = draw('wiring', together);
    expect(texts(svg)).toContain('keeps it with layer 3');
    expect(texts(svg)).toContain('keeps it with layer 2');
    expect(svg.getAttribute('aria-label')).toContain('keeps it with layer 3: supported');
    expect(
      figureOf('wiring')
        .tables(together)[0]!
        .rows.map((row) => row.at(-1)),
    ).toContain('only together with layer 3');
  });

  test('draw_KeptTogetherAndByNoneAlone_IsKept', () => {
    const alone = wiring.layers.map((of) => ({
      ...of,
      keeps: { ...of.keeps, verdict: 'contradicted' as const },
      together: [] as number[],
    }));
    const kept = (of: typeof alone): number => draw('wiring', { ...wiring, layers: of }).querySelectorAll('[fill-opacity="0.14"]').length;
    expect(kept(alone)).toBe(0);
    const together = alone.map((of) => (of.layer === 3 ? of : { ...of, together: [3 - of.layer] }));
    expect(kept(together)).toBe(2);
    const said = texts(draw('wiring', { ...wiring, layers: together }));
    expect(said).toContain('keeps it with layer 2');
    expect(said.some((text) => text.includes('shares'))).toBe(true);
  });

  test('draw_NothingMeasured_HasADashAndNoDot', () => {
    const none = { share: null, low: null, high: null };
    const bare = {
      ...wiring,
      layers: wiring.layers.map((of) => ({
        ...of,
        sets: { ...of.sets, ...none },
        keeps: { ...of.keeps, ...none },
        handsOn: { ...of.handsOn, ...none },
      })),
    };
    expect(texts(draw('wiring', bare)).filter((text) => text === '–').length).toBe(3 * wiring.layers.length);
    expect(draw('wiring', bare).querySelectorAll('circle').length).toBe(0);
  });

  test('figure_Wiring_StandsAtTheHead', () => {
    const heads = figuresOf(study).filter(({ figure }) => figure?.head === true);
    expect(heads.map(({ name }) => name)).toEqual(['wiring']);
  });
});

describe('labels', () => {
  test('apart_FarEnough_StayWhereTheyBelong', () => expect(apart([3, 1, 2], 1, [0, 10])).toEqual([3, 1, 2]));
  test('apart_TooNear_AreSetApartAboutTheirMiddleInTheirOrder', () => {
    expect(apart([5, 5.3, 4.7], 2, [0, 10]).map((at) => Number(at.toFixed(9)))).toEqual([5, 7, 3]);
  });
  test('apart_AtTheEnd_StayWithin', () => expect(apart([10, 10, 10], 3, [0, 10])).toEqual([4, 7, 10]));
  test('apart_None_IsNone', () => expect(apart([], 1, [0, 1])).toEqual([]));
});
