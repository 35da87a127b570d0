import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { zlib } from '../figures/deflate.ts';
import { png, pngAddress } from '../figures/png.ts';
import { diverging, sequential } from '../figures/style.ts';
import { uniform } from './studies/random.ts';

function sample(kind: string, length: number): Uint8Array {
  const next = uniform(length + kind.length);
  return Uint8Array.from({ length }, (_, i) =>
    kind === 'noise'
      ? Math.floor(256 * next())
      : kind === 'flat'
        ? 7
        : kind === 'rows'
          ? i % 97
          : Math.floor(128 + 90 * Math.sin(i / 40) + 3 * next()),
  );
}

describe('zlib', () => {
  for (const kind of ['noise', 'flat', 'rows', 'smooth']) {
    for (const length of [0, 1, 2, 3, 4, 257, 258, 259, 3800, 3801, 40_000, 70_000]) {
      test(`zlib_${kind}Of${length}Bytes_InflatesToTheSame`, () => {
        const data = sample(kind, length);
        expect(Buffer.compare(inflateSync(zlib(data)), data)).toBe(0);
      });
    }
  }

  test('zlib_RowsThatRepeat_AreMuchSmaller', () => {
    expect(zlib(sample('rows', 70_000)).length).toBeLessThan(2_000);
  });
});

describe('png', () => {
  test('png_Pixels_ComeBackFromItsChunks', () => {
    const pixels = sample('smooth', 37 * 19);
    const file = png(37, 19, pixels, diverging.light);
    const view = new DataView(file.buffer);
    expect([...file.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
    const chunks = new Map<string, Uint8Array>();
    for (let at = 8; at < file.length;) {
      const length = view.getUint32(at);
      chunks.set(String.fromCharCode(...file.subarray(at + 4, at + 8)), file.subarray(at + 8, at + 8 + length));
      at += 12 + length;
    }
    expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
    const lines = inflateSync(chunks.get('IDAT')!);
    expect(lines.length).toBe(38 * 19);
    for (let y = 0; y < 19; y++) {
      expect(lines[y * 38]).toBe(0);
      expect([...lines.subarray(y * 38 + 1, (y + 1) * 38)]).toEqual([...pixels.subarray(y * 37, (y + 1) * 37)]);
    }
  });

  test('png_SizesThatDoNotFit_Throw', () => {
    expect(() => png(3, 3, new Uint8Array(8), diverging.light)).toThrow(RangeError);
    expect(() => png(0, 3, new Uint8Array(0), diverging.light)).toThrow(RangeError);
    expect(() => png(1, 1, new Uint8Array(1), [])).toThrow(RangeError);
  });

  test('pngAddress_File_IsItsBase64', () => {
    const file = png(2, 1, Uint8Array.of(0, 254), sequential.dark);
    expect(pngAddress(file)).toBe(`data:image/png;base64,${Buffer.from(file).toString('base64')}`);
  });
});

test('diverging_Zero_IsTheGroundItself', () => {
  expect(diverging.light[127]).toEqual([255, 255, 255]);
  expect(diverging.dark[127]).toEqual([0, 0, 0]);
});

test('sequential_Steps_GrowDarkerOnLightAndLighterOnDark', () => {
  const lightness = ([r, g, b]: readonly number[]): number => 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  for (let i = 1; i < 255; i++) {
    expect(lightness(sequential.light[i]!)).toBeLessThanOrEqual(lightness(sequential.light[i - 1]!) + 1);
    expect(lightness(sequential.dark[i]!)).toBeGreaterThanOrEqual(lightness(sequential.dark[i - 1]!) - 1);
  }
});
