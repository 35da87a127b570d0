/** Compression as PNG wants it (RFC 1950 and 1951): one block with the fixed codes, greedy matches of 3 to 258 bytes. */

const lengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBase = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385,
  24577,
];
const distanceExtra = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
const farthest = 32768;
const longest = 258;

/** The code of each literal and length, turned round as the format writes it, and its bits. */
const codes = new Uint16Array(288);
const codeBits = new Uint8Array(288);
for (let symbol = 0; symbol < 288; symbol++) {
  const [value, bits] =
    symbol < 144
      ? [0x30 + symbol, 8]
      : symbol < 256
        ? [0x190 + symbol - 144, 9]
        : symbol < 280
          ? [symbol - 256, 7]
          : [0xc0 + symbol - 280, 8];
  codes[symbol] = turned(value, bits);
  codeBits[symbol] = bits;
}

function turned(value: number, bits: number): number {
  let result = 0;
  for (let i = 0; i < bits; i++) result |= ((value >> i) & 1) << (bits - 1 - i);
  return result;
}

/** Bits into bytes, the least significant first. */
class BitWriter {
  private bytes: Uint8Array;
  private length = 0;
  private held = 0;
  private count = 0;

  constructor(expected: number) {
    this.bytes = new Uint8Array(expected);
  }

  put(value: number, bits: number): void {
    this.held |= value << this.count;
    this.count += bits;
    while (this.count >= 8) {
      if (this.length === this.bytes.length) {
        const larger = new Uint8Array(2 * this.length + 64);
        larger.set(this.bytes);
        this.bytes = larger;
      }
      this.bytes[this.length++] = this.held & 255;
      this.held >>>= 8;
      this.count -= 8;
    }
  }

  symbol(symbol: number): void {
    this.put(codes[symbol]!, codeBits[symbol]!);
  }

  finish(): Uint8Array {
    if (this.count > 0) this.put(0, 8 - this.count);
    return this.bytes.subarray(0, this.length);
  }
}

const lastNotOver = (bases: number[], value: number): number => {
  let index = bases.length - 1;
  while (bases[index]! > value) index--;
  return index;
};

/** The Adler-32 checksum of RFC 1950. */
export function adler32(data: Uint8Array): number {
  let a = 1;
  let b = 0;
  // 3,800 bytes at a time the sums stay under 2^32 without a remainder.
  for (let from = 0; from < data.length; from += 3800) {
    for (let i = from; i < Math.min(data.length, from + 3800); i++) {
      a += data[i]!;
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return ((b << 16) | a) >>> 0;
}

/** The zlib stream of `data`. */
export function zlib(data: Uint8Array): Uint8Array {
  const out = new BitWriter(data.length + 64);
  out.put(1, 1);
  out.put(1, 2);
  const seen = new Int32Array(1 << 15).fill(-1);
  for (let i = 0; i < data.length;) {
    let length = 0;
    let from = -1;
    if (i + 2 < data.length) {
      const hash = ((data[i]! << 10) ^ (data[i + 1]! << 5) ^ data[i + 2]!) & 0x7fff;
      from = seen[hash]!;
      seen[hash] = i;
      if (from >= 0 && i - from <= farthest) {
        while (length < longest && i + length < data.length && data[from + length] === data[i + length]) length++;
      }
    }
    if (length < 3) {
      out.symbol(data[i++]!);
      continue;
    }
    const l = lastNotOver(lengthBase, length);
    out.symbol(257 + l);
    out.put(length - lengthBase[l]!, lengthExtra[l]!);
    const d = lastNotOver(distanceBase, i - from);
    out.put(turned(d, 5), 5);
    out.put(i - from - distanceBase[d]!, distanceExtra[d]!);
    i += length;
  }
  out.symbol(256);
  const sum = adler32(data);
  const body = out.finish();
  const stream = new Uint8Array(body.length + 6);
  stream.set([0x78, 0x01]);
  stream.set(body, 2);
  new DataView(stream.buffer).setUint32(body.length + 2, sum);
  return stream;
}
