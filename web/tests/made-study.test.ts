import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Figures, Study } from '../figures/data.ts';
import { figures } from '../figures/index.ts';
import { smallDocument } from '../render/small-document.ts';

const program = join(import.meta.dirname, '..', '..', 'src', 'Lilt.Cli', 'bin', 'Release', 'net10.0', 'Lilt.Cli.dll');

/** What arithmetic gone wrong leaves in an attribute, with what stands around it; pictures' base64 is no text. */
const nonsense = /[^A-Za-z0-9+/]{1}[^"]{0,60}\b(NaN|undefined|Infinity)\b[^"]{0,60}/;

// The program's own numbers, not the fixture's: a study of the shipped model with a small control.
describe.skipIf(!existsSync(program) && !process.env['CI'])('a study that the program makes', () => {
  let folder: string;
  let study: Study & { figures: Figures };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lilt-made-'));
    const out = join(folder, 'study');
    execFileSync('dotnet', [program, 'study', 'part7', '--seed', '42', '--control', '1', '--tunes', '2', '--out', out], { stdio: ['ignore', 'ignore', 'pipe'] });
    study = JSON.parse(readFileSync(join(out, 'study.json'), 'utf8')) as Study & { figures: Figures };
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('madeStudy_Figures_AreTheSeventeenOfThePage', () => {
    expect(new Set(Object.keys(study.figures))).toEqual(new Set(figures.map((figure) => figure.name)));
  });

  for (const figure of figures) {
    test(`${figure.name}_OfAMadeStudy_IsDrawnAndHasItsTables`, () => {
      for (const options of [{}, ...(figure.views ?? []).map((view) => view.options)]) {
        const svg = figure.draw(study.figures[figure.name], { document: smallDocument(), ...options });
        expect(svg.outerHTML.match(nonsense)).toBeNull();
        expect(svg.querySelectorAll('path, rect, line, image, circle').length).toBeGreaterThan(5);
      }

      for (const table of figure.tables(study.figures[figure.name])) {
        expect(table.rows.length, table.name).toBeGreaterThan(0);
        for (const row of table.rows) expect(row.length, table.name).toBe(table.header.length);
      }

      expect(study.figures[figure.name].here.length).toBeGreaterThan(20);
      expect(study.figures[figure.name].caption.length).toBeGreaterThan(20);
    });
  }
});
