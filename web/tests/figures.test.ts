import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import type { Figures } from '../figures/data.ts';
import { fileName, figures } from '../figures/index.ts';
import { curveColour, theme } from '../figures/style.ts';
import { csv } from '../figures/table.ts';
import { smallDocument } from '../render/small-document.ts';
import { scantStudy } from './fixture/scant.ts';
import { inventStudy } from './fixture/study.ts';

const study = inventStudy();
const draw = (name: keyof Figures, options: object = {}): SVGSVGElement => {
  const figure = figures.find((entry) => entry.name === name)!;
  return figure.draw(study.figures[name], { document: smallDocument(), ...options });
};
const texts = (svg: Element): string[] => [...svg.querySelectorAll('text')].map((text) => text.textContent ?? '');

/** What arithmetic gone wrong leaves in an attribute, with what stands around it; pictures' base64 is no text. */
const nonsense = /[^A-Za-z0-9+/]{1}[^"]{0,60}\b(NaN|undefined|Infinity)\b[^"]{0,60}/;

/** What each figure must say on its axes and beside its marks. */
const labels: Record<keyof Figures, string[]> = {
  tune: ['|:', 'full'],
  hiddenStates: ['step', 'unit', 'h (ticks at the right: measure tokens written)'],
  activationDensities: ['h', '↑ density (1 / unit of h)'],
  largestActivations: ['units, sorted', '↑ largest |h|'],
  unitSpectra: ['period (steps)', '2.25', '36', '∞', '↑ units'],
  excision: ["length (the meter's measures)", 'share of the layer', 'change from the baseline (nats)', '+1/8'],
  meanSpectra: ['period (steps)', '↑ dB', '36', '2.25', 'posterior'],
  windowResponses: ['frequency (cycles a step) for a window of 147 steps', '↑ dB'],
  windowTables: ['support, steps', 'the article', '8.494 – 9.129'],
  rectangularSpectra: ['period (steps)', '↑ dB'],
  rectifiedSpectra: ['period (steps)', '↑ dB'],
  recurrences: ['interval (steps)', 'lag (steps)', 'step', '↑ amplitude (units of h)', '69'],
  posterior: ['step', '↑ −log₂ p (bits)', 'K:Cmaj'],
  boundUnits: ['step', 'steps from the event', '|'],
  stimulation: ['↑ Jensen–Shannon divergence (bits)', 'step'],
  constantTokens: ['↑ |shift of the mean| (standard deviations)', 'units, sorted', 'M:6/8 for M:4/4'],
  softmaxAnatomy: ['weight (logit per unit of h)', 'correlation', '↑ singular value', 'token index'],
};

describe('the list of figures', () => {
  test('figures_Article_AreSixteenAndTheSoftmaxLayer', () => {
    expect(figures.map((figure) => figure.number)).toEqual([...Array.from({ length: 16 }, (_, i) => i + 1), null]);
    expect(new Set(figures.map((figure) => figure.name))).toEqual(new Set(Object.keys(study.figures)));
    expect(fileName(figures[6]!)).toBe('figure-07-mean-spectra');
  });
});

describe('every figure', () => {
  for (const figure of figures) {
    test(`${figure.name}_Drawn_NamesItsAxesAndIsNotBlank`, () => {
      const svg = draw(figure.name);
      const said = texts(svg);
      for (const label of labels[figure.name]) expect(said).toContain(label);
      expect(svg.getAttribute('viewBox')).toMatch(/^0 0 860 \d+$/);
      expect(svg.getAttribute('aria-label')).toBeTruthy();
      expect(svg.querySelectorAll('path, rect, line, image, circle').length).toBeGreaterThan(5);
      expect(svg.outerHTML.match(nonsense)).toBeNull();
      for (const scheme of ['light', 'dark'] as const) expect(draw(figure.name, { scheme }).outerHTML.includes('var(')).toBe(false);
    });

    test(`${figure.name}_Drawn_HoldsNoAddressButDataAndNamespaces`, () => {
      const addresses = draw(figure.name, { scheme: 'auto' }).outerHTML.match(/[a-z]+:\/\/[^\s"'<]+/g) ?? [];
      expect(addresses.filter((address) => !address.startsWith('http://www.w3.org/'))).toEqual([]);
    });

    test(`${figure.name}_Tables_HaveRowsAsWideAsTheirHeader`, () => {
      const tables = figure.tables(study.figures[figure.name]);
      expect(tables.length).toBeGreaterThan(0);
      expect(new Set(tables.map((table) => table.name)).size).toBe(tables.length);
      for (const table of tables) {
        expect(table.rows.length, table.name).toBeGreaterThan(0);
        for (const row of table.rows) expect(row.length, table.name).toBe(table.header.length);
      }
    });
  }

  test('draw_StudyWithLittleInIt_StillDraws', () => {
    const scant = scantStudy(study);
    for (const figure of figures) {
      const svg = figure.draw(scant.figures[figure.name], { document: smallDocument() });
      expect(svg.outerHTML.match(nonsense), figure.name).toBeNull();
      figure.tables(scant.figures[figure.name]);
    }
  });

  test('draw_OtherViews_Differ', () => {
    for (const figure of figures) {
      const drawn = (figure.views ?? []).map((view) => draw(figure.name, view.options).outerHTML);
      expect(new Set(drawn).size, figure.name).toBe(drawn.length);
    }
  });

  test('draw_Twice_IsTheSame', () => {
    const bare = (svg: Element): string => svg.outerHTML.replace(/plot-clip-\d+/g, 'plot-clip');
    for (const name of ['hiddenStates', 'meanSpectra', 'posterior'] as const) expect(bare(draw(name))).toBe(bare(draw(name)));
  });

  test('draw_InJsdom_IsTheSameAsInTheSmallDocument', () => {
    const shape = (svg: Element): string[] => [...svg.querySelectorAll('*')].map((element) =>
      [element.localName, ...['d', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'width', 'height', 'transform', 'fill', 'stroke'].map((name) => element.getAttribute(name)), element.children.length === 0 && element.localName !== 'style' ? element.textContent : ''].join('|').replace(/plot-clip-\d+/g, ''));
    for (const name of ['tune', 'meanSpectra', 'boundUnits', 'excision'] as const) {
      expect(shape(draw(name))).toEqual(shape(draw(name, { document: new JSDOM('').window.document })));
    }
  });
});

test('curveColour_CurvesOfOneFigure_Differ', () => {
  const families = ['pitch tokens', 'measure tokens', 'lengths', 'tuplets', 'rests', 'meters and keys'];
  const layers = ['layer 1', 'layer 2', 'layer 3', 'posterior', 'measure tokens', 'pitch tokens'];
  for (const names of [families, layers]) {
    for (const chosen of [theme('light'), theme('dark')]) expect(new Set(names.map((name) => curveColour(name, chosen))).size).toBe(names.length);
  }
});

test('hiddenStates_ByPeakPeriod_ReordersThePicture', () => {
  const picture = (options: object): string => draw('hiddenStates', options).querySelectorAll('image')[1]!.getAttribute('href')!;
  expect(picture({ order: 'peak' })).not.toBe(picture({ order: 'file' }));
});

test('csv_FieldsWithCommasAndQuotes_AreQuoted', () => {
  expect(csv({ name: 'x', header: ['a', 'b,c'], rows: [['say "so"', null], [1.5, '|:']] })).toBe('a,"b,c"\r\n"say ""so""",\r\n1.5,|:\r\n');
});

test('sources_Addresses_AreNoneButNamespaces', () => {
  const root = join(import.meta.dirname, '..');
  for (const folder of ['figures', 'render', 'report']) {
    for (const file of readdirSync(join(root, folder))) {
      const found = readFileSync(join(root, folder, file), 'utf8').match(/[a-z]+:\/\/[^\s"'`)]+/g) ?? [];
      expect(found.filter((address) => !address.startsWith('http://www.w3.org/')), file).toEqual([]);
    }
  }
});
