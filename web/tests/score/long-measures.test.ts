import { expect, test } from 'vitest';
import { smallDocument } from '../../render/small-document.ts';

const document = smallDocument();
Object.assign(globalThis, { navigator: { userAgent: 'Node' }, document, window: { innerWidth: 800, addEventListener() {}, console } });
const { default: abcjs } = await import('abcjs');
const { renderLines } = await import('../../score/long-measures.ts');
const { incipit, onPaper } = await import('../../score/paper.ts');
const { engraveAlone } = await import('../../render/engrave-alone.ts');

const header = 'X:1\nM:6/8\nL:1/8\nK:Cdor\n';
/** One measure for lines, with a change of key in it, and two after it. */
const long = `${header}${'cGG G2F _ED/2=E/2F '.repeat(12)}[K:G] ${'FGA B2d (3efg e>d '.repeat(12)}| FGA FGA | G3 G3 |]\n`;

interface Drawn {
  lines: { staff: { key: { accidentals: { acc: string; note: string }[] }; meter?: unknown; voices: { el_type: string }[][] }[] }[];
  setUpAudio(options: object): { tracks: { cmd: string; pitch?: number; start?: number }[][] };
}

function draw(abc: string, by: (place: HTMLElement, abc: string, params: object) => unknown): { drawn: Drawn; picture: SVGSVGElement } {
  const place = document.createElement('div');
  document.body.append(place);
  const drawn = by(place, abc, {
    staffwidth: 470,
    add_classes: true,
    responsive: 'resize',
    wrap: { minSpacing: 1.15, maxSpacing: 2.7, preferredMeasuresPerLine: 3 },
  }) as Drawn;
  return { drawn, picture: place.querySelector('svg')! };
}
const widthOf = (picture: SVGSVGElement): number => Number(picture.getAttribute('viewBox')!.split(' ')[2]);
const notesOf = (picture: SVGSVGElement): number => picture.querySelectorAll('.abcjs-note').length;
const alone = (place: HTMLElement, abc: string, params: object): unknown => abcjs.renderAbc(place, abc, params)[0];

test('renderLines_AMeasureOfManyLines_IsBrokenWithinIt', () => {
  const before = draw(long, alone);
  const { drawn, picture } = draw(long, renderLines);
  expect(widthOf(before.picture)).toBeGreaterThan(2000);
  expect(widthOf(picture)).toBeLessThan(1.1 * 500);
  expect(notesOf(picture)).toBe(notesOf(before.picture));
  // The key that holds stands at each line's beginning, the meter at the first alone.
  const sharps = drawn.lines.map(({ staff: [staff] }) => staff!.key.accidentals.map(({ acc, note }) => `${acc} ${note}`).join(', '));
  expect(new Set(sharps)).toEqual(new Set(['flat B, flat e', 'sharp f']));
  expect(sharps.toSorted()).toEqual(sharps);
  expect(drawn.lines.map(({ staff: [staff] }) => staff!.meter !== undefined)).toEqual(drawn.lines.map((_, i) => i === 0));
});

test('renderLines_AMeasureOfManyLines_SoundsAsItDid', () => {
  const soundOf = (drawn: Drawn): unknown => drawn.setUpAudio({}).tracks.map((track) => track.filter(({ cmd }) => cmd === 'note'));
  // An accidental holds to its measure's end, over the lines that the measure is broken into.
  const abc = `${header}^c2c ${'GAB '.repeat(40)}c | c3 c3 |]\n`;
  for (const tune of [long, abc]) expect(soundOf(draw(tune, renderLines).drawn)).toEqual(soundOf(draw(tune, alone).drawn));
});

test('renderLines_ABeamOfManyLines_IsParted', () => {
  const { picture } = draw(`${header}${'c'.repeat(120)} | c3 |]\n`, renderLines);
  expect(widthOf(picture)).toBeLessThan(1.1 * 500);
  expect(notesOf(picture)).toBe(121);
});

test('renderLines_VoicesTogether_AreBrokenAtOnePlace', () => {
  const abc = `X:1\nM:4/4\nL:1/4\nK:C\n%%score 1 2\nV:1\n${'c/2d/2e g a '.repeat(12)}|]\nV:2 clef=bass\n${'C2 D,2 '.repeat(12)}|]\n`;
  const before = draw(abc, alone);
  const { drawn, picture } = draw(abc, renderLines);
  expect(widthOf(before.picture)).toBeGreaterThan(1.2 * 500);
  expect(widthOf(picture)).toBeLessThan(1.1 * 500);
  expect(notesOf(picture)).toBe(notesOf(before.picture));
  expect(drawn.lines.every(({ staff }) => staff.length === 2)).toBe(true);
});

test('renderLines_MeasuresThatHaveRoom_AreDrawnAsTheyWere', () => {
  const abc = `${header}${'cGG G2F | '.repeat(12)}\n`;
  expect(draw(abc, renderLines).picture.outerHTML).toBe(draw(abc, alone).picture.outerHTML);
});

test('onPaper_AMeasureOfManyLines_FillsThePage', () => {
  const host = document.createElement('div');
  document.body.append(host);
  const { lines } = onPaper(host, long, 800);
  expect(lines.map((line) => Number(line.getAttribute('viewBox')!.split(' ')[2])).every((width) => width < 1.1 * 800)).toBe(true);
  expect(incipit(host, long, 300)!.querySelectorAll('.abcjs-note').length).toBeLessThan(40);
});

test('engraveAlone_AMeasureOfManyLines_KeepsItsWidth', async () => {
  const { svg } = (await engraveAlone(long, 800))!;
  expect(Number(/width="([\d.]+)"/.exec(svg)![1])).toBeLessThan(1.1 * 800);
});
