/** A tune as a link holds it, behind `#tune=`: what a page without a server and without a network needs to show and play it. */
export interface LinkedTune {
  title: string;
  /** The tune as it is seen, in the key that was chosen. */
  abc: string;
  /** The tonic that was chosen; null for the tune's own. */
  key: string | null;
  /** How fast it is played, in whole notes a minute. */
  wholeNotesPerMinute: number;
}

/** What the text behind `#` begins with: the form's number stands in it. */
const start = 'tune=1.';
/** The longest link that is read, in characters, and the longest tune in one. */
export const longestLink = 100_000;
const longestText = 400_000;

async function through(bytes: Uint8Array<ArrayBuffer>, by: CompressionStream | DecompressionStream, most: number): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(by).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) throw new RangeError('too long');
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The text behind `#` of a link to a tune. */
export async function writeLink({ title, abc, key, wholeNotesPerMinute }: LinkedTune): Promise<string> {
  const text = JSON.stringify({ t: title, a: abc, ...(key === null ? {} : { k: key }), w: wholeNotesPerMinute });
  const packed = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'), longestText);
  let letters = '';
  for (const byte of packed) letters += String.fromCharCode(byte);
  return start + btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Why a link opens no tune, in a sentence. */
export class LinkFault extends Error {}

/** Reads the text behind `#`, with or without it; null where it names no tune. */
export async function readLink(hash: string): Promise<LinkedTune | null> {
  const text = hash.replace(/^#/, '');
  if (!text.startsWith('tune=')) return null;
  if (!text.startsWith(start)) throw new LinkFault('The link is of a newer form than this page reads: ask for a newer page.');
  if (text.length > longestLink)
    throw new LinkFault(
      `The link has ${text.length.toLocaleString('en')} characters, and up to ${longestLink.toLocaleString('en')} are read: send the tune as a file.`,
    );
  try {
    const letters = atob(text.slice(start.length).replaceAll('-', '+').replaceAll('_', '/'));
    const packed = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const plain = await through(packed, new DecompressionStream('deflate-raw'), longestText);
    const { t, a, k, w } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain)) as Record<string, unknown>;
    if (typeof t !== 'string' || typeof a !== 'string' || typeof w !== 'number' || !(w > 0 && w < 1e4)) throw new TypeError('no tune');
    return { title: t, abc: a, key: typeof k === 'string' ? k : null, wholeNotesPerMinute: w };
  } catch {
    throw new LinkFault('The link is damaged: part of it was cut off or changed on its way. Copy all of it, or ask for it again.');
  }
}
