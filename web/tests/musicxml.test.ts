import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, withoutBrowser } from './browser/chromium.ts';
import { withoutProgram } from './browser/served.ts';
import { soundingOf, type Sounding } from './musicxml/midi.ts';
import { openSheet, type Sheet } from './musicxml/sheet.ts';
import { verovio, type Read } from './musicxml/verovio.ts';
import { notBuilt, program } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'lilt-musicxml-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A tune as the program writes it. */
function written(abc: string, as: 'musicxml' | 'midi'): Buffer {
  if (program === undefined) throw new Error(notBuilt);
  const [tune, out] = [join(folder, 'tune.abc'), join(folder, `tune.${as}`)];
  writeFileSync(tune, abc);
  const { status, stderr } = spawnSync('dotnet', [program, 'render', tune, '--to', as, '--out', out], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return readFileSync(out);
}

const scoreOf = (abc: string): string => written(abc, 'musicxml').toString();

/** In quarters. Verovio ends each note a tick of 120 a quarter early, that notes of one pitch stay apart, and cuts thirds of a quarter to ticks. */
const near = 2.5 / 120;

/** That two readings sound alike: the pitches in order, every onset and every end. */
function expectAlike(found: Sounding[], expected: Sounding[]): void {
  const inOrder = (notes: Sounding[]): Sounding[] => notes.toSorted((a, b) => a.pitch - b.pitch || a.onset - b.onset || a.end - b.end);
  const [own, other] = [inOrder(found), inOrder(expected)];
  expect(own.map(({ pitch }) => pitch)).toEqual(other.map(({ pitch }) => pitch));
  expect(own.filter((note, i) => Math.abs(note.onset - other[i]!.onset) > near || Math.abs(note.end - other[i]!.end) > near)).toEqual([]);
}

const tunes = {
  RepeatsAndEndings: 'M:4/4\nL:1/8\nK:D\n|: d2 fd AdFA | B4 A4 :| |: f2 af d2 fd |1 e4 A4 :|2 e4 d4 |]',
  EndingsByNumber: 'M:2/4\nL:1/8\nK:G\n|: GABc |1,3 d4 :|2 e4 :|4 g4 |]',
  ThreeTimes: 'M:2/4\nL:1/8\nK:G\n|:: GABc | d4 ::| g4 |]',
  RepeatWithinAMeasure: 'M:4/4\nL:1/8\nK:G\n|: GABc d2 :|: cd | e4 f4 | g6 :|',
  PickupsAndSectionsWithoutASign: 'M:4/4\nL:1/8\nK:A\nef | a4 e4 | c4 A2 :| ef | a2 g2 f2 e2 | [1 a4 a2 :| [2 a6 |]',
  SectionAfterADoubleBar: 'M:2/4\nL:1/8\nK:G\n|: G4 | A4 |1 B4 :|2 c4 | d4 || e4 | f4 :|',
  Tuplets: 'M:4/4\nL:1/8\nK:G\n(3GAB (3cde (3:2:2d2B z2 | (5GABcd (2ef g2 A | (3G>AB (3A2B A2 G2 |]',
  TupletsWithRests: 'M:4/4\nL:1/8\nK:G\n(3zAB (3GzB (3ABz G2 | (3[GB]AB d2 d4 |]',
  TupletsOfLengths: 'M:4/4\nL:1/8\nK:G\nA2/3B2/3c2/3 d4 B2 | (3c5d5e5 |]',
  TupletOverTheBar: 'M:2/4\nL:1/8\nK:C\nc2 (3d2 | e2 f2 c2 | c4 |]',
  OddLengthsAndTies: 'M:5/4\nL:1/8\nK:Am\nc5 d5 | e7 f3 | g9 z | c5/2 d3/2 e6- | e5- e5/2 e5/2 |]',
  ShortNotes: 'M:2/4\nL:1/16\nK:Eb\nE/F/G/A/ B3/2c/ d7/4e/4 z2 | e//f//g//a// B3 A4 |]',
  ChordsAndTiesOfTheirNotes: 'M:3/4\nL:1/8\nK:Bb\n"Bb"[B,DF]2 "F7/A"[A,CE]2 "Gm"[G,B,D]2- | [G,B,D]6 | [C-E]2 C2 z2 |]',
  Accidentals: "M:4/4\nL:1/8\nK:A\n^c_e =g^^f __b c'' C,, e | c =c ^c c2 =f f2 | ^f8- | f4 f4 |]",
  KeysAndMeters: 'M:2+3/8\nL:1/8\nK:Ebm\nCDEFG | [M:C|] [K:Cmin] e8 | [M:3/4] [K:A] c6 | [K:Ddor] B6 |]',
  Overlays: 'M:4/4\nL:1/8\nK:C\n^c4 e4 & C8 | g4- g4 & c2 d6 |]',
  TwoVoices: 'M:3/4\nL:1/4\nK:Gm\nV:1\nG A B | [M:4/4] [K:Bm] d2 c2 |]\nV:2\nG,3 | [M:4/4] [K:Bm] B,4 |]',
} as const;

describe.skipIf(withoutProgram)('Verovio', () => {
  let read: (musicXml: string) => Read;
  beforeAll(async () => {
    read = await verovio();
  });

  for (const [name, music] of Object.entries(tunes)) {
    test(`verovio_${name}_SoundsAsTheProgramPlaysIt`, () => {
      const abc = `X:1\nT:${name}\n${music}\n`;
      const { log, sounding } = read(scoreOf(abc));
      expect(log).toBe('');
      expectAlike(sounding, soundingOf(written(abc, 'midi')));
    });
  }

  // The order of a reader that follows the signs.
  test('verovio_SegnoAndCoda_AreFollowed', () => {
    const { log, sounding } = read(scoreOf('X:1\nM:4/4\nL:1/8\nK:C\nC8 | !segno!D8 | E8 !tocoda! | F8 !D.S.alcoda! | !coda!G8 | A8 |]\n'));
    expect(log).toBe('');
    expect(sounding.map(({ pitch }) => pitch)).toEqual([60, 62, 64, 65, 62, 64, 67, 69]);
  });

  test('verovio_Beams_GoByTheBeat', () => {
    const { log, mei } = read(scoreOf('X:1\nM:6/8\nL:1/8\nK:D\nde | fga b2a | d>ef [Ac]3 |]\n'));
    expect(log).toBe('');
    expect([...mei.querySelectorAll('beam')].map((beam) => beam.querySelectorAll('note').length)).toEqual([2, 3, 3]);
  });

  // When a grace note sounds is each reader's own: they are compared by what is written.
  test('verovio_GraceNotes_StandBeforeTheirNotes', () => {
    const { log, mei } = read(scoreOf('X:1\nM:6/8\nL:1/8\nK:D\n{g}[FA]3 {[ce]}d3 | {/f}e>fe e3 |]\n'));
    expect(log).toBe('');
    const notes = [...mei.querySelectorAll('note')].map((note) => {
      const of = note.closest('chord') ?? note;
      return `${note.getAttribute('pname')}${note.getAttribute('oct')}${of.hasAttribute('grace') ? ' grace' : ''}`;
    });
    expect(notes).toEqual(['g5 grace', 'f4', 'a4', 'c5 grace', 'e5 grace', 'd5', 'f5 grace', 'e5', 'f5', 'e5', 'e5']);
  });

  test('verovio_WordsAndChordNames_StandAtTheirNotes', () => {
    const { log, mei } = read(
      scoreOf('X:1\nT:A & <B>\nM:4/4\nL:1/4\nK:G\n"G"C D "Em7"E "D7/F#"F | (G A) B c |\nw: one two-_ three | four_ five-six\n'),
    );
    expect(log).toBe('');
    expect([...mei.querySelectorAll('syl')].map((syllable) => syllable.textContent)).toEqual([
      'one',
      'two',
      'three',
      'four',
      'five',
      'six',
    ]);
    expect([...mei.querySelectorAll('harm')].map((name) => name.textContent!.trim())).toEqual(['G', 'Em7', 'D7/F♯']);
    expect(mei.querySelectorAll('slur').length).toBe(1);
    expect(mei.querySelector('title')!.textContent).toBe('A & <B>');
  });
});

describe.skipIf(withoutBrowser || withoutProgram)('OpenSheetMusicDisplay', () => {
  let browser: Browser;
  let read: (musicXml: string) => Promise<Sheet>;
  const errors: string[] = [];
  beforeAll(async () => {
    browser = await launch();
    const page = await browser.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && errors.push(message.text()));
    read = await openSheet(page);
  });
  afterAll(async () => await browser?.close());

  // Repeats it does not play out. What is played once from start to end sounds as the program plays it.
  for (const [name, music] of Object.entries(tunes).filter(([, text]) => !/:\||\|:/.test(text))) {
    test(`sheet_${name}_SoundsAsTheProgramPlaysIt`, async () => {
      const abc = `X:1\nT:${name}\n${music}\n`;
      const sheet = await read(scoreOf(abc));
      expect(errors).toEqual([]);
      expect(sheet.title).toBe(name);
      expect(sheet.repeats).toEqual([]);
      expect(sheet.drawn).toBeGreaterThanOrEqual(new Set(sheet.sounding.map(({ onset }) => onset)).size);
      expectAlike(sheet.sounding, soundingOf(written(abc, 'midi')));
    });
  }

  // Each measure's number and its notes; where repeats begin, and with how many endings.
  for (const [name, measures, repeats] of [
    [
      'RepeatsAndEndings',
      ['1: 7', '2: 2', '3: 6', '4: 2', '5: 2'],
      [
        [0, 0],
        [2, 2],
      ],
    ],
    ['EndingsByNumber', ['1: 4', '2: 1', '3: 1', '4: 1'], [[0, 3]]],
    ['ThreeTimes', ['1: 4', '2: 1', '3: 1'], [[0, 0]]],
    [
      'RepeatWithinAMeasure',
      ['0: 5', '0: 2', '1: 2', '2: 1'],
      [
        [0, 0],
        [1, 0],
      ],
    ],
    [
      'PickupsAndSectionsWithoutASign',
      ['0: 2', '1: 2', '2: 2', '3: 2', '4: 4', '5: 2', '6: 1'],
      [
        [0, 0],
        [3, 2],
      ],
    ],
    [
      'SectionAfterADoubleBar',
      ['1: 1', '2: 1', '3: 1', '4: 1', '5: 1', '6: 1', '7: 1'],
      [
        [0, 2],
        [5, 0],
      ],
    ],
  ] as const) {
    test(`sheet_${name}_HasItsMeasuresAndRepeats`, async () => {
      const sheet = await read(scoreOf(`X:1\nT:${name}\n${tunes[name]}\n`));
      expect(errors).toEqual([]);
      expect(sheet.measures.map(([number, notes]) => `${number}: ${notes}`)).toEqual(measures);
      expect(sheet.repeats).toEqual(repeats);
    });
  }

  test('sheet_KeysAndMeters_HasItsKeys', async () => {
    expect((await read(scoreOf(`X:1\n${tunes.KeysAndMeters}\n`))).keys).toEqual([-6, -3, 3, 0]);
  });

  test('sheet_GraceNotesWordsAndChordNames_StandInTheirOrder', async () => {
    const sheet = await read(
      scoreOf('X:1\nM:4/4\nL:1/4\nK:G\n"G"C {g}D "Em7"E "D7/F#"{[Ac]}F | (G A) B c |\nw: one two-_ three | four_ five-six\n'),
    );
    expect(errors).toEqual([]);
    expect(sheet.words).toEqual(['one', 'two', 'three', 'four', 'five', 'six']);
    expect(sheet.graces).toEqual([79, 69, 72]);
    expect(sheet.chords).toEqual([7, 4, 2]);
  });
});
