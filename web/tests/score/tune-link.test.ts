import { expect, test } from 'vitest';
import { LinkFault, longestLink, readLink, writeLink } from '../../score/tune-link.ts';

const tune = {
  title: 'Ríl „An Bhó“ <b>',
  abc: `X:1\nT:x\nM:6/8\nK:Ddor\n${'|: dAF DFA '.repeat(40)}|\n`,
  key: 'D',
  wholeNotesPerMinute: 41.25,
};

test('link_WrittenAndRead_IsTheTune', async () => {
  const text = await writeLink(tune);
  expect(text).toMatch(/^tune=1\.[A-Za-z0-9_-]+$/);
  expect(text.length).toBeLessThan(tune.abc.length);
  expect(await readLink(`#${text}`)).toEqual(tune);
  expect(await readLink(await writeLink({ ...tune, key: null }))).toEqual({ ...tune, key: null });
});

test('link_OfSomethingElse_IsNone', async () => {
  for (const hash of ['', '#', '#session=1&tune=2', '#tunes']) expect(await readLink(hash)).toBeNull();
});

test('link_Damaged_IsASentence', async () => {
  const text = await writeLink(tune);
  const damaged = [
    text.slice(0, -20),
    text.slice(0, 12),
    'tune=1.',
    'tune=1.!!!!',
    `tune=1.${btoa('no deflate')}`,
    `${text.slice(0, 40)}A${text.slice(42)}`,
    text.replace('tune=1.', 'tune=2.'),
    `tune=1.${'A'.repeat(longestLink)}`,
  ];
  for (const hash of damaged) {
    const said = await readLink(hash).catch((error: unknown) => error);
    expect(said, hash.slice(0, 30)).toBeInstanceOf(LinkFault);
    expect((said as Error).message).toMatch(/^The link .*\.$/);
  }
});

test('link_ThatUnpacksToTooMuch_IsRefused', async () => {
  const bomb = new Blob([new Uint8Array(20_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const packed = Buffer.from(await new Response(bomb).arrayBuffer()).toString('base64url');
  expect(packed.length).toBeLessThan(longestLink);
  await expect(readLink(`tune=1.${packed}`)).rejects.toThrow(LinkFault);
});
