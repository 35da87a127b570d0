/** Compression as PNG wants it (RFC 1950 and 1951): one block with the fixed codes, greedy matches of 3 to 258 bytes. */

const lengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBase = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
const distanceExtra = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
const farthest = 32768;
const longest = 258;

/** Bits into bytes, the least significant first; Huffman codes are turned round first, as the format has it. */
class BitWriter {
  private readonly bytes: number[] = [];
  private held = 0;
  private count = 0;

  put(value: number, bits: number): void {
    this.held |= value << this.count;
    this.count += bits;
    while (this.count >= 8) {
      this.bytes.push(this.held & 255);
      this.held >>>= 8;
      this.count -= 8;
    }
  }

  code(value: number, bits: number): void {
    let turned = 0;
    for (let i = 0; i < bits; i++) turned |= ((value >> i) & 1) << (bits - 1 - i);
    this.put(turned, bits);
  }

  symbol(symbol: number): void {
    if (symbol < 144) this.code(0x30 + symbol, 8);
    else if (symbol < 256) this.code(0x190 + symbol - 144, 9);
    else if (symbol < 280) this.code(symbol - 256, 7);
    else this.code(0xc0 + symbol - 280, 8);
  }

  finish(): number[] {
    if (this.count > 0) this.put(0, 8 - this.count);
    return this.bytes;
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
  for (const byte of data) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}

/** The zlib stream of `data`. */
export function zlib(data: Uint8Array): Uint8Array {
  const out = new BitWriter();
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
    out.code(d, 5);
    out.put(i - from - distanceBase[d]!, distanceExtra[d]!);
    i += length;
  }
  out.symbol(256);
  const sum = adler32(data);
  return Uint8Array.from([0x78, 0x01, ...out.finish(), sum >>> 24, (sum >>> 16) & 255, (sum >>> 8) & 255, sum & 255]);
}
