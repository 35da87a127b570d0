import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import type { ExcisionFigure, Part7Figures, Study } from '../figures/contract/study.ts';
import { fileName, type Figure } from '../figures/figure.ts';
import { figuresOf, unknownKind } from '../figures/index.ts';
import { fixedText, intervalText, numberText, probabilityText, signedFraction } from '../figures/number.ts';
import { curveColour, theme } from '../figures/style.ts';
import { csv } from '../figures/table.ts';
import { verdictsThatCount, verdictText } from '../figures/verdict.ts';
import { smallDocument } from '../render/small-document.ts';
import { emptied } from './studies/emptied.ts';
import { madeStudy } from './studies/made.ts';

const study = madeStudy('whole');
const scant = madeStudy('scant');
const look = madeStudy('look');
const causes = madeStudy('causes');
/** The figures of a study that are both known and there. */
const shown = (of: Study): { figure: Figure; data: Parameters<Figure['draw']>[0] }[] =>
  figuresOf(of).flatMap(({ figure, data }) => (figure === null || data === null ? [] : [{ figure, data }]));
const all = shown(study);
const draw = (name: keyof Part7Figures, options: object = {}): SVGSVGElement => {
  const { figure, data } = all.find((entry) => entry.figure.name === name)!;
  return figure.draw(data, { document: smallDocument(), ...options });
};
const tableOf = (name: keyof Part7Figures, table: string) => {
  const { figure, data } = all.find((entry) => entry.figure.name === name)!;
  return figure.tables(data).find((of) => of.name === table)!;
};
const { excision } = study.figures;
const texts = (svg: Element): string[] => [...svg.querySelectorAll('text')].map((text) => text.textContent ?? '');

/** What arithmetic gone wrong leaves in an attribute, with what stands around it; pictures' base64 is no text. */
const nonsense = /[^A-Za-z0-9+/]{1}[^"]{0,60}\b(NaN|undefined|Infinity)\b[^"]{0,60}/;

const [phrase] = study.figures.recurrences.phrases;
const variant = study.figures.constantTokens.variants.at(-1);

/** What each figure must say on its axes and beside its marks. */
const labels: Record<keyof Part7Figures, string[]> = {
  tune: ['|', 'full'],
  hiddenStates: ['step', 'unit', 'h (ticks at the right: measure tokens written)'],
  activationDensities: ['h', '↑ density (1 / unit of h)'],
  largestActivations: ['units, sorted', '↑ largest |h|'],
  unitSpectra: ['period (steps)', '2.25', '36', '∞', '↑ units'],
  excision: [
    "length (the meter's measures)",
    'share of the layer',
    'T and its interval, among R (nats)',
    'interval of T − mean R (nats)',
    'T and its 95 % interval, among R (share)',
    'damage to others (nats a token)',
    '■ pickup, complement, split',
  ],
  meanSpectra: ['period (steps)', '↑ dB', '36', '2.25', 'posterior'],
  windowResponses: [`frequency (cycles a step) for a window of ${study.figures.windowResponses.length} steps`, '↑ dB'],
  windowTables: ['support, steps', 'the article', 'Windows of 147 steps', '8.3 – 9.4'],
  rectangularSpectra: ['period (steps)', '↑ dB'],
  rectifiedSpectra: ['period (steps)', '↑ dB'],
  recurrences: ['interval (steps)', 'lag (steps)', 'step', '↑ amplitude (units of h)', `+${phrase!.at[1]! - phrase!.at[0]!}`],
  posterior: ['step', '↑ −log₂ p (bits)', 'K:Cmaj'],
  boundUnits: ['step', 'steps from the event', '|'],
  stimulation: ['↑ Jensen–Shannon divergence (bits)', 'step'],
  constantTokens: ['units, sorted', `${variant!.token} for ${variant!.instead}`],
  softmaxAnatomy: ['weight (logit per unit of h)', 'correlation', '↑ singular value', 'token index'],
};

describe('the list of figures', () => {
  test('figuresOf_Part7_AreSixteenAndTheSoftmaxLayerInTheArticlesOrder', () => {
    expect(all.map(({ figure }) => figure.number)).toEqual([...Array.from({ length: 16 }, (_, i) => i + 1), null]);
    expect(all.map(({ figure }) => figure.name)).toEqual(Object.keys(study.figures));
    expect(fileName(all[6]!.figure)).toBe('figure-07-mean-spectra');
  });

  test('figureModules_Names_AreOneEach', () => {
    const modules = Object.values(import.meta.glob<{ figure?: Figure }>('../figures/*/*.ts', { eager: true })).flatMap(({ figure }) =>
      figure === undefined ? [] : [figure.name],
    );
    expect(modules.toSorted()).toEqual([...new Set(modules)].toSorted());
    const named = new Set([study, causes].flatMap(({ figures }) => Object.keys(figures)));
    expect(modules.filter((name) => !named.has(name))).toEqual([]);
    for (const name of Object.keys(study.figures)) expect(modules).toContain(name);
  });

  test('figuresOf_NameThatNoModuleHas_HasNoFigureAndTheOthersStay', () => {
    const strange = {
      ...study,
      kind: 'causes',
      figures: { ...study.figures, lesionCurves: { article: null, here: '', caption: '', command: '', files: [] } },
    } as unknown as Study;
    expect(
      figuresOf(strange)
        .filter(({ figure }) => figure === null)
        .map(({ name }) => name),
    ).toEqual(['lesionCurves']);
    expect(unknownKind(strange)).toBeNull();
    expect(unknownKind({ ...strange, figures: {} as Study['figures'] })).toContain('“causes”');
  });
});

describe('every figure', () => {
  for (const { figure, data } of all) {
    const name = figure.name as keyof Part7Figures;
    test(`${name}_Drawn_NamesItsAxesAndIsNotBlank`, () => {
      const svg = draw(name);
      const said = texts(svg);
      for (const label of labels[name]) expect(said).toContain(label);
      expect(svg.getAttribute('viewBox')).toMatch(/^0 0 860 \d+$/);
      expect(svg.getAttribute('aria-label')).toBeTruthy();
      expect(svg.querySelectorAll('path, rect, line, image, circle').length).toBeGreaterThan(5);
      for (const { options } of [{ options: {} }, ...(figure.views ?? [])])
        expect(draw(name, options).outerHTML.match(nonsense)).toBeNull();
      for (const scheme of ['light', 'dark'] as const) expect(draw(name, { scheme }).outerHTML.includes('var(')).toBe(false);
    });

    test(`${name}_Drawn_HoldsNoAddressButDataAndNamespaces`, () => {
      const addresses = draw(name, { scheme: 'auto' }).outerHTML.match(/[a-z]+:\/\/[^\s"'<]+/g) ?? [];
      expect(addresses.filter((address) => !address.startsWith('http://www.w3.org/'))).toEqual([]);
    });

    test(`${name}_Tables_HaveRowsAsWideAsTheirHeader`, () => {
      const tables = figure.tables(data);
      expect(tables.length).toBeGreaterThan(0);
      expect(new Set(tables.map((table) => table.name)).size).toBe(tables.length);
      for (const table of tables) {
        expect(table.rows.length, table.name).toBeGreaterThan(0);
        for (const row of table.rows) expect(row.length, table.name).toBe(table.header.length);
      }
    });

    test(`${name}_Words_StandBesideIt`, () => {
      expect(data.here.length).toBeGreaterThan(20);
      expect(data.caption.length).toBeGreaterThan(20);
    });
  }

  test('draw_StudyWithLittleInIt_StillDraws', () => {
    for (const of of [scant, emptied(scant), emptied(study), look]) {
      for (const { figure, data } of shown(of)) {
        for (const { options } of [{ options: {} }, ...(figure.views ?? [])])
          expect(figure.draw(data, { document: smallDocument(), ...options }).outerHTML.match(nonsense), figure.name).toBeNull();
        for (const table of figure.tables(data)) for (const row of table.rows) expect(row.length, table.name).toBe(table.header.length);
        figure.tunes?.(data);
        figure.answer?.(data, of);
      }
    }
  });

  test('scantStudy_IsAsScantAsItIsMeantToBe', () => {
    const { tune, excision: cuts, meanSpectra, recurrences, constantTokens, hiddenStates } = scant.figures;
    expect(tune.tune.cut).toBe(true);
    expect([cuts.control, meanSpectra.overTunes, recurrences.phrases, constantTokens.variants, hiddenStates.layers.length]).toEqual([
      null,
      null,
      [],
      [],
      1,
    ]);
  });

  test('draw_NegativeNumbers_HaveATrueMinus', () => {
    for (const { figure } of all) {
      for (const { options } of [{ options: {} }, ...(figure.views ?? [])]) {
        const svg = draw(figure.name as keyof Part7Figures, options);
        const said = [...texts(svg), ...[...svg.querySelectorAll('title')].map((title) => title.textContent ?? '')];
        expect(
          said.filter((text) => /(^|[\s([])-\d/.test(text)),
          figure.name,
        ).toEqual([]);
      }
    }
    expect(texts(draw('excision')).some((text) => /^−\d/.test(text))).toBe(true);
  });

  test('draw_OtherViews_Differ', () => {
    for (const { figure } of all) {
      const drawn = (figure.views ?? []).map((view) => draw(figure.name as keyof Part7Figures, view.options).outerHTML);
      expect(new Set(drawn).size, figure.name).toBe(drawn.length);
    }
  });

  test('draw_Twice_IsTheSame', () => {
    const bare = (svg: Element): string => svg.outerHTML.replace(/plot-clip-\d+/g, 'plot-clip');
    for (const name of ['hiddenStates', 'meanSpectra', 'posterior'] as const) expect(bare(draw(name))).toBe(bare(draw(name)));
  });

  test('draw_InJsdom_IsTheSameAsInTheSmallDocument', () => {
    const shape = (svg: Element): string[] =>
      [...svg.querySelectorAll('*')].map((element) =>
        [
          element.localName,
          ...['d', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'width', 'height', 'transform', 'fill', 'stroke'].map((name) =>
            element.getAttribute(name),
          ),
          element.children.length === 0 && element.localName !== 'style' ? element.textContent : '',
        ]
          .join('|')
          .replace(/plot-clip-\d+/g, ''),
      );
    for (const name of ['tune', 'meanSpectra', 'boundUnits', 'excision'] as const) {
      expect(shape(draw(name))).toEqual(shape(draw(name, { document: new JSDOM('').window.document })));
    }
  });
});

describe('the answer', () => {
  const { figure, data } = all.find((entry) => entry.figure.name === 'excision')!;
  const answerOf = (control: ExcisionFigure['control'], of = study) => figure.answer!({ ...data, control } as ExcisionFigure, of)!;
  const control = excision.control!;

  test('drawAnswer_Control_HasTheTwoCutsThatAreTestedAndIsSmall', () => {
    const svg = answerOf(control).picture!.draw({ document: smallDocument() });
    expect(texts(svg)).toContain('Cut between bars: does it serve counting?');
    expect(texts(svg)).toContain('Cut at bars: does it relay the bar?');
    expect(texts(svg).filter((text) => text === 'layer 2').length).toBe(2);
    expect(svg.getAttribute('viewBox')).toMatch(/^0 0 360 \d+$/);
    expect(svg.getAttribute('aria-label')).toContain(`Cut between bars: layer 1 ${numberText(control.cuts[0]!.layers[0]!.target)}`);
    expect(svg.outerHTML.match(nonsense)).toBeNull();
  });

  test('drawAnswer_OneLayerAndFewSets_IsDrawn', () => {
    const few = {
      ...control,
      cuts: control.cuts.map((cut) => ({
        ...cut,
        layers: cut.layers.slice(0, 1).map((layer) => ({ ...layer, random: [], target: 0, targetInterval: [0, 0] as [number, number] })),
      })),
    };
    expect(answerOf(few).picture!.draw({ document: smallDocument() }).outerHTML.match(nonsense)).toBeNull();
  });

  test('answer_Control_HasItsNumbersInTheCaptionAndTheCutThatCountsLeast', () => {
    const { picture, tunes } = answerOf(control);
    expect(picture!.caption).toContain(`uncut it is ${numberText(control.contrast)} (`);
    const least = study.headline!.layers.toSorted((a, b) => a.countedCut! - b.countedCut!)[0]!;
    expect(tunes).toEqual([excision.cuts.find(({ layer }) => layer === least.layer)]);
  });

  test('answer_LayerThatServesCounting_GoesBeforeOneThatCountsLess', () => {
    const layers = study.headline!.layers.map((of) => ({ ...of, counts: of.layer === 1 ? ('supported' as const) : of.counts }));
    expect(answerOf(control, { ...study, headline: { ...study.headline!, layers } }).tunes).toEqual([
      excision.cuts.find(({ layer }) => layer === 1),
    ]);
  });

  test('answer_NoControl_HasNoPicture', () => expect(answerOf(null).picture).toBeUndefined());
});

describe('verdicts', () => {
  test('verdictText_Difference_StandsWhereAMeasureIsTooLongOrTooShort', () => {
    expect(verdictText('long', '1/8')).toBe('long by 1/8');
    expect(verdictText('short', '-1/8')).toBe('short by 1/8');
    expect(verdictText('pickup', '-1/2')).toBe('pickup');
    expect(verdictText('full', null)).toBe('full');
  });

  test('verdictsThatCount_Each_StandsInOneOfThree', () => {
    expect((['good', 'part', 'bad'] as const).map(verdictsThatCount)).toEqual(['full', 'pickup, complement, split', 'long, short, empty']);
  });
});

describe('numbers in words', () => {
  const control = excision.control!;
  test('numberText_Negative_HasATrueMinus', () => {
    expect(numberText(-0.0961)).toBe('−0.0961');
    expect(numberText(8.5)).toBe('8.5');
    expect(fixedText(-12.04, 1)).toBe('−12.0');
    expect(intervalText([-0.148, -0.048])).toBe('−0.148 to −0.048');
    expect(signedFraction('-1/8')).toBe('−1/8');
    expect(signedFraction('3/8')).toBe('+3/8');
  });

  test('fixedText_RoundsToZero_HasNoMinus', () => expect(fixedText(-0.001, 2)).toBe('0.00'));

  test('probabilityText_Probability_HasThreeDigitsAtMost', () => {
    expect(probabilityText(0.02439)).toBe('0.024');
    expect(probabilityText(0.105)).toBe('0.105');
    expect(probabilityText(0.0001)).toBe('under 0.001');
    expect(probabilityText(1)).toBe('1');
  });

  test('csv_Negative_KeepsThePlainHyphen', () => {
    const table = tableOf('excision', 'control');
    expect(csv({ ...table, rows: table.rows.slice(0, 1) })).toContain(`,${control.cuts[0]!.layers[0]!.target},`);
  });

  test('controlTable_TwoIntervals_AreNamedAndDiffer', () => {
    const { header, rows } = tableOf('excision', 'control');
    const column = (name: string): unknown => rows[0]![header.indexOf(name)];
    const [first] = control.cuts[0]!.layers;
    expect([column('T, 95 % low'), column('T, 95 % high')]).toEqual(first!.targetInterval);
    expect([column('T − mean R, 95 % low'), column('T − mean R, 95 % high')]).toEqual(first!.difference);
  });
});

test('curveColour_CurvesOfOneFigure_Differ', () => {
  const families = ['pitch tokens', 'measure tokens', 'lengths', 'tuplets', 'rests', 'meters and keys'];
  const layers = ['layer 1', 'layer 2', 'layer 3', 'posterior', 'measure tokens', 'pitch tokens'];
  for (const names of [families, layers]) {
    for (const chosen of [theme('light'), theme('dark')])
      expect(new Set(names.map((name) => curveColour(name, chosen))).size).toBe(names.length);
  }
});

test('hiddenStates_ByPeakPeriod_ReordersThePicture', () => {
  const picture = (options: object): string => draw('hiddenStates', options).querySelectorAll('image')[1]!.getAttribute('href')!;
  expect(picture({ order: 'peak' })).not.toBe(picture({ order: 'file' }));
});

test('csv_FieldsWithCommasAndQuotes_AreQuoted', () => {
  expect(
    csv({
      name: 'x',
      header: ['a', 'b,c'],
      rows: [
        ['say "so"', null],
        [1.5, '|:'],
      ],
    }),
  ).toBe('a,"b,c"\r\n"say ""so""",\r\n1.5,|:\r\n');
});

test('sources_Addresses_AreNoneButNamespaces', () => {
  const root = join(import.meta.dirname, '..');
  for (const folder of ['figures', 'render', 'report']) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.\w+$/.test(name) && !name.endsWith('.json'),
    )) {
      const found = readFileSync(join(root, folder, file), 'utf8').match(/[a-z]+:\/\/[^\s"'`)]+/g) ?? [];
      expect(
        found.filter((address) => !address.startsWith('http://www.w3.org/')),
        file,
      ).toEqual([]);
    }
  }
});
