import { describe, expect, test } from 'vitest';
import type { StudyTune } from '../figures/contract/study.ts';
import { engraveAlone } from '../render/engrave-alone.ts';
import { smallDocument } from '../render/small-document.ts';

/** What stands in a picture, by what it is. */
function signs(svg: string): Record<string, number> {
  const count = (form: RegExp): number => [...svg.matchAll(form)].length;
  // A slur over a line's end is drawn in two parts; one that leads from a grace note to its own note is not written.
  const slurs = [...svg.matchAll(/abcjs-start-(\S+) abcjs-end-(\S+) abcjs-slur abcjs-legato/g)].filter(([, from, to]) => from !== to);
  return {
    titles: count(/class="abcjs-title"/g) + count(/class="[^"]*abcjs-subtitle/g),
    composers: count(/data-name="composer"/g),
    voices: new Set([...svg.matchAll(/abcjs-voice-name[^"]*abcjs-(v\d)/g)].map(([, voice]) => voice)).size,
    bass: new Set([...svg.matchAll(/abcjs-clef[^"]*"[^>]*data-name="staff-extra clef"[^>]*>(?:(?!<\/g>).)*clefs\.F/gs)]).size > 0 ? 1 : 0,
    slurs: new Set(slurs.map(([, from, to]) => `${from} ${to}`)).size,
    heads: count(/class="abcjs-notehead/g),
    names: count(/class="abcjs-chord /g),
    meters: count(/data-name="staff-extra time-signature"/g),
    lyrics: count(/class="abcjs-lyric/g),
    endings: count(/class="[^"]*abcjs-ending/g),
  };
}

const tunes: { what: string; abc: string; holds: Partial<Record<string, number>> }[] = [
  {
    what: 'SlursAroundAGraceNote',
    abc: 'X:1\nT:Slurs\nM:4/4\nL:1/4\nK:C\n(GA) {c}B2|(CD) (EF)|\n',
    holds: { slurs: 3, heads: 8, titles: 1 },
  },
  {
    what: 'TwoVoicesWithNamesAndWords',
    abc: 'X:1\nT:First title\nT:Second title\nC:Somebody\nM:4/4\nL:1/4\nK:C\nV:1 name="Air"\nCDEF|\nw: one two three four\nV:2 clef=bass name="Low"\nC,D,E,F,|\n',
    holds: { titles: 2, composers: 1, meters: 2, voices: 2, bass: 1, lyrics: 4, heads: 8 },
  },
  {
    what: 'ChordNamesChordsAndEndings',
    abc: 'X:1\nT:Chords\nM:6/8\nL:1/8\nK:Dmix\n|:"D"[DFA]3 "G/B"(3GAB A|1 "A7"[Ac]3 A3:|2 [Ac]3- [Ac]3|]\n',
    holds: { names: 3, heads: 14, endings: 2 },
  },
];

describe('a tune as it is written', () => {
  for (const { what, abc, holds } of tunes)
    test(`engraveAlone_${what}_DrawsEverySign`, async () => {
      const { svg, warnings } = (await engraveAlone(abc, 800))!;
      expect(signs(svg)).toMatchObject(holds);
      expect(warnings).toEqual([]);
    });
});

/** A tune of tokens, each of which stands at the next place of the text that begins with it; those without one are written as an empty text. */
function tuneOf(abc: string, written: readonly (readonly [token: string, text: string])[], bars: readonly [number, number][]): StudyTune {
  let at = abc.indexOf('\n', abc.indexOf('K:'));
  const offsets = written.map(([, text]) => {
    if (text === '') return -1;
    at = abc.indexOf(text, at);
    return at++;
  });
  return {
    name: 'a tune',
    tokens: written.map(([token]) => token),
    abc,
    offsets,
    cut: false,
    meter: '6/8',
    measure: '3/4',
    measures: bars.map(([from, to], i) => ({
      from,
      to,
      duration: '3/4',
      verdict: i === 0 ? 'full' : 'short',
      difference: i === 0 ? null : '-1/8',
      findings: [],
    })),
    total: bars.length,
    counted: 1,
    strictlyCounted: 1,
    measureSteps: [],
  };
}

const chords = 'X:1\nT:a tune\nM:6/8\nL:1/8\nK:Cdor\n[CG]3 C3 | [CE]2 G G2 |\n';
const chordTokens = [
  ['[', '['],
  ['C', 'C'],
  ['G', 'G'],
  [']', ''],
  ['3', ''],
  ['C', 'C'],
  ['3', '3'],
  ['|', '|'],
  ['[', '['],
  ['C', 'C'],
  ['E', 'E'],
  [']', ''],
  ['2', ''],
  ['G', 'G'],
  ['G', 'G'],
  ['2', '2'],
  ['|', '|'],
] as const;

async function drawn(tune: StudyTune, options: object): Promise<{ element: HTMLElement; steps: number[] }> {
  const document = smallDocument();
  const scope = globalThis as Record<string, unknown>;
  scope.document = document;
  scope.window = { innerWidth: 800, addEventListener() {}, console };
  scope.navigator ??= { userAgent: 'Node' };
  const { engrave } = await import('../score/score.ts');
  const host = document.createElement('div');
  document.body.append(host);
  const { element, marks } = engrave(host, tune, { width: 800, ...options });
  return { element, steps: marks.map(({ step }) => step) };
}

describe('words at the notes', () => {
  const words = (element: HTMLElement): string[] =>
    [...element.querySelectorAll('.abcjs-annotation')].map((text) => text.textContent ?? '');

  for (const verdicts of ['all', 'odd'] as const)
    test(`engrave_ChordOpensAMeasure_${verdicts}_IsAChordWithItsVerdict`, async () => {
      const tune = tuneOf(chords, chordTokens, [
        [0, 7],
        [8, 16],
      ]);
      const { element, steps } = await drawn(tune, { verdicts, divergence: 9 });
      expect(words(element).toSorted()).toEqual([...(verdicts === 'all' ? ['full'] : []), 'short by 1/8', '◆ first difference'].toSorted());
      expect(element.querySelectorAll('.abcjs-note').length).toBe(5);
      expect(signs(element.outerHTML)).toMatchObject({ heads: 7, endings: 0 });
      expect(steps).toEqual([0, 1, 2, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16]);
    });

  test('engrave_OwnText_KeepsItsSignsAndItsOwnWordsAreNoVerdict', async () => {
    const abc = 'X:1\nT:One\nT:Two\nC:Me\nM:6/8\nL:1/8\nK:Cdor\n"Cm""^slowly"([CG]3 {d}C3) | [CE]2 G>G2 |\nw: la la la la la\n';
    const tune = tuneOf(
      abc,
      [...chordTokens.slice(0, 14), ['>', '>'], ...chordTokens.slice(14)],
      [
        [0, 7],
        [8, 17],
      ],
    );
    const { element, steps } = await drawn(tune, { verdicts: 'all', divergence: 15, ownText: true, semitones: 2 });
    expect(signs(element.outerHTML)).toMatchObject({ titles: 2, composers: 1, slurs: 1, heads: 8, names: 1, lyrics: 5, endings: 0 });
    const classes = Object.fromEntries(
      [...element.querySelectorAll('.abcjs-annotation')].map((text) => [text.textContent, text.getAttribute('class')!.split(' ').at(-1)]),
    );
    expect(classes).toMatchObject({ full: 'good', 'short by 1/8': 'bad', '◆ first difference': 'difference' });
    expect(classes.slowly).not.toMatch(/good|part|bad|difference/);
    expect(new Set(steps)).toEqual(new Set([0, 1, 2, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16, 17]));
  });
});
