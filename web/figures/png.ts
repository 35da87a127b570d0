import { zlib } from './deflate.ts';

/** A colour as red, green, blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(data: Uint8Array): number {
  let c = 0xffffffff;
  for (let i = 0; i < data.length; i++) c = crcTable[(c ^ data[i]!) & 255]! ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

function chunk(kind: string, data: Uint8Array): Uint8Array {
  const out = new Uint8Array(12 + data.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) out[4 + i] = kind.charCodeAt(i);
  out.set(data, 8);
  view.setUint32(8 + data.length, crc32(out.subarray(4, 8 + data.length)));
  return out;
}

/**
 * A PNG file of 8 bits a pixel through a palette.
 * @param pixels width · height bytes, row by row from the top, each an index of the palette.
 * @param palette at most 256 colours; one for every index in use.
 * @throws RangeError where the sizes do not fit.
 * Source: PNG specification, third edition.
 */
export function png(width: number, height: number, pixels: Uint8Array, palette: readonly Rgb[]): Uint8Array {
  if (width < 1 || height < 1 || pixels.length !== width * height)
    throw new RangeError(`${pixels.length} pixels are not ${width} × ${height}`);
  if (palette.length < 1 || palette.length > 256) throw new RangeError(`a palette has 1 to 256 colours, not ${palette.length}`);
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, width);
  new DataView(header.buffer).setUint32(4, height);
  header.set([8, 3, 0, 0, 0], 8);
  const lines = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++) lines.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    chunk('IDAT', zlib(lines)),
    chunk('IEND', new Uint8Array()),
  ];
  const file = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

/** The same as an address that an image can show. */
export function pngAddress(file: Uint8Array): string {
  let text = '';
  for (let i = 0; i < file.length; i += 8192) text += String.fromCharCode(...file.subarray(i, i + 8192));
  return `data:image/png;base64,${btoa(text)}`;
}
