import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { JSDOM } from 'jsdom';
import { madeStudy } from './studies/made.ts';

const dist = join(import.meta.dirname, '..', 'dist');
const folder = mkdtempSync(join(tmpdir(), 'lilt-figures-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(() => {
  if (!existsSync(join(dist, 'node', 'figures.mjs'))) throw new Error('the scripts are not built: npm run build');
});

const run = (script: string, args: string[], input = '') =>
  spawnSync(process.execPath, [join(dist, 'node', script), ...args], { input, encoding: 'utf8' });
const wellFormed = (svg: string): Document => new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document;

describe('abc-to-svg', () => {
  const abc = 'X:1\nT:A & B <tune>\nM:6/8\nL:1/8\nK:Dmix\n|: d2 A AFA | (3ABc d2 e>f g2 :|1 a3 z3 :|2 [df]3 z3 |]\n';

  test('abcToSvg_Tune_IsAWholeSvgWithAViewBox', () => {
    const { stdout, status } = run('abc-to-svg.mjs', [], abc);
    expect(status).toBe(0);
    const svg = wellFormed(stdout).documentElement;
    expect(svg.localName).toBe('svg');
    const [, , width, height] = svg.getAttribute('viewBox')!.split(' ').map(Number);
    expect(width).toBe(800);
    expect(height).toBeGreaterThan(60);
    expect(svg.querySelectorAll('.abcjs-note').length).toBe(14);
    expect(svg.querySelectorAll('.abcjs-rest').length).toBe(2);
    expect(stdout).toContain('A &amp; B &lt;tune&gt;');
    expect(stdout).not.toMatch(/NaN|undefined/);
  });

  test('abcToSvg_Twice_IsTheSame', () => {
    expect(run('abc-to-svg.mjs', [], abc).stdout).toBe(run('abc-to-svg.mjs', [], abc).stdout);
  });

  test('abcToSvg_Width_IsTheWidth', () => {
    expect(run('abc-to-svg.mjs', ['--width', '500'], abc).stdout).toContain('viewBox="0 0 500 ');
  });

  for (const [name, input, args] of [
    ['NoMusic', 'garbage', []],
    ['Nothing', '', []],
    ['HeaderAlone', 'X:1\nK:C\n', []],
    ['UnknownOption', 'X:1\nK:C\nA|\n', ['--colour']],
    ['SillyWidth', 'X:1\nK:C\nA|\n', ['--width', 'wide']],
  ] as const) {
    test(`abcToSvg_${name}_EndsWithTwoAndOneLine`, () => {
      const { stdout, stderr, status } = run('abc-to-svg.mjs', [...args], input);
      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/^abc-to-svg: .+\.$/);
    });
  }
});

const whole = madeStudy('whole');

describe('figures', () => {
  test('figures_Study_BecomesOneSvgFileAFigure', () => {
    const study = join(folder, 'study.json');
    writeFileSync(study, JSON.stringify(whole));
    const { stdout, status } = run('figures.mjs', [study, folder]);
    expect(status).toBe(0);
    const names = stdout.trim().split('\n');
    expect(names.length).toBe(17);
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith('.svg'))
        .sort(),
    ).toEqual(names.toSorted());
    for (const name of names) expect(wellFormed(readFileSync(join(folder, name), 'utf8')).documentElement.localName).toBe('svg');
  });

  test('figures_StudyThatLacksOne_DrawsTheOthers', () => {
    const study = join(folder, 'lacking.json');
    writeFileSync(study, JSON.stringify({ ...whole, figures: { ...whole.figures, stimulation: null } }));
    const { stdout, status } = run('figures.mjs', [study, folder]);
    expect(status).toBe(0);
    expect(stdout.trim().split('\n').length).toBe(16);
  });

  test('figures_FigureThatNoModuleDraws_IsNamedAndTheOthersAreDrawn', () => {
    const study = join(folder, 'strange.json');
    const { tune } = whole.figures;
    writeFileSync(study, JSON.stringify({ ...whole, figures: { lesionCurves: tune, tune } }));
    const { stdout, stderr, status } = run('figures.mjs', [study, folder]);
    expect(status).toBe(0);
    expect(stdout).toBe('figure-01-tune.svg\n');
    expect(stderr).toBe('figures: no picture of the figure “lesionCurves” is known here.\n');
  });

  test('figures_OneThatCannotBeWritten_LeavesWhatStoodThereAndNothingOfItsOwn', () => {
    const study = join(folder, 'study.json');
    writeFileSync(study, JSON.stringify(whole));
    const into = join(folder, 'taken');
    mkdirSync(into);
    writeFileSync(join(into, 'figure-01-tune.svg'), 'what stood here');
    // A folder stands where the third is to be written.
    mkdirSync(join(into, `${run('figures.mjs', [study, folder]).stdout.split('\n')[2]}.partial`));
    const before = readdirSync(into).sort();
    const { stdout, stderr, status } = run('figures.mjs', [study, into]);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^figures: could not write .*\n$/);
    expect(readdirSync(into).sort()).toEqual(before);
    expect(readFileSync(join(into, 'figure-01-tune.svg'), 'utf8')).toBe('what stood here');
  });

  for (const [name, content] of [
    ['NoJson', 'not json'],
    ['OtherSchema', '{"schema":"lilt-study/9"}'],
    ['OtherKind', '{"schema":"lilt-study/2","kind":"causes","figures":{"lesionCurves":{}}}'],
  ] as const) {
    test(`figures_${name}_EndsWithTwoAndOneLine`, () => {
      const path = join(folder, `${name}.json`);
      writeFileSync(path, content);
      const { stderr, status } = run('figures.mjs', [path, folder]);
      expect(status).toBe(2);
      expect(stderr.trim().split('\n').length).toBe(1);
    });
  }
});

describe('the report form', () => {
  const form = (): string => readFileSync(join(dist, 'report', 'report.html'), 'utf8');

  test('form_Places_AreThereOnce', () => {
    for (const place of ['{{LILT_TITLE}}', '{{LILT_STUDY}}']) expect(form().split(place).length).toBe(2);
    expect(/\{\{(STYLE|SCRIPT)\}\}/.test(form())).toBe(false);
  });

  test('form_WithAStudy_StaysUnderEightMegabytes', () => {
    const filled = form().length + JSON.stringify(whole).length;
    expect(filled).toBeLessThan(8_000_000);
  });

  test('form_LoadsNothing', () => {
    const page = new JSDOM(form()).window.document;
    const loaded = [...page.querySelectorAll('[src], link[href]')].map(
      (element) => element.getAttribute('src') ?? element.getAttribute('href')!,
    );
    expect(loaded).toEqual(['data:,']);
  });
});
