import { expect, test } from 'vitest';
import { smallDocument } from '../../render/small-document.ts';

const document = smallDocument();
Object.assign(globalThis, { navigator: { userAgent: 'Node' }, document, window: { innerWidth: 800, addEventListener() {}, console } });
const { beginning, onPaper } = await import('../../score/paper.ts');
const { booklet } = await import('../../score/booklet.ts');

const kesh =
  'X:1\nT:The Kesh\nR:jig\nC:trad\nM:6/8\nL:1/8\nQ:3/8=110\nK:Gmaj\n|:"G"G3 GAB|A3 ABd|edd gdd|edB dBA|GAG GAB|ABA ABd|edd gdd|BAF G3:|\n|:B2B d2d|ege dBA|B2B dBG|ABA AGA:|\n';
const polka = 'X:2\nT:Upbeat <Polka>\nM:2/4\nL:1/8\nK:D\nA|d>e fd|e2 A2|c2 :|\n';

const host = document.createElement('div');
document.body.append(host);

test.each([
  [kesh, '|:"G"G3 GAB|A3 ABd|'],
  [polka, 'A|d>e fd|e2 A2|'],
  ['X:1\nM:6/8\nK:C\nC3|\n', 'C3|'],
  ['X:1\nM:4/4\nL:1/4\nK:C\n|: CDEF | GABc |1 c4 :|2 C4 |]\n', '|: CDEF | GABc |'],
])('beginning_%j_IsItsFirstTwoBars', (abc, music) => {
  expect(beginning(abc).trimEnd().split('\n').at(-1)).toBe(music);
});

test('onPaper_ATune_IsItsLinesWithNothingLost', () => {
  const { title, about, lines } = onPaper(host, kesh, 800);
  expect([title, about]).toEqual(['The Kesh', 'jig · trad']);
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.reduce((sum, line) => sum + line.querySelectorAll('.abcjs-note').length, 0)).toBe(63);
  // One line begins where the one before ends.
  const boxes = lines.map((line) => line.getAttribute('viewBox')!.split(' ').map(Number));
  for (const [i, box] of boxes.entries()) {
    expect(box[3]).toBeGreaterThan(30);
    if (i > 0) expect(box[1]).toBeCloseTo(boxes[i - 1]![1]! + boxes[i - 1]![3]!, 0);
  }
});

test('booklet_SeveralTunes_HasTheirBeginningsAndEachOnce', () => {
  const page = booklet(host, { title: 'A set', tunes: [kesh, polka] });
  expect(page.querySelectorAll('.contents li').length).toBe(2);
  expect([...page.querySelectorAll('.tune')].map((tune) => tune.getAttribute('id'))).toEqual(['tune-1', 'tune-2']);
  expect(page.outerHTML).toContain('2  Upbeat &lt;Polka&gt;');
});

test('booklet_OneTune_HasNoContents', () => {
  const page = booklet(host, { title: 'A set', tunes: [kesh] });
  expect(page.querySelector('.contents')).toBeNull();
  expect(page.querySelector('h1')).toBeNull();
  expect(page.querySelector('h2')!.textContent).toBe('The Kesh');
});
