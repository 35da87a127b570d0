import type { Parsed } from './annotation.ts';

/** The room between lines that abcjs takes where a tune names none, in pixels. */
const usualRoom = 61.33;
const pixelsAPoint = 4 / 3;

/**
 * Mends the first line of notes of a tune that abcjs has read and broken into lines. Where titles or words stand before it, it has lost its
 * meter, and as much room is left over it as between lines.
 * @param read reads the tune again, unbroken.
 */
export function mendFirstLine({ lines, formatting }: Parsed, read: () => unknown[]): void {
  const place = lines.findIndex(({ staff }) => staff !== undefined);
  if (place <= 0) return;
  const first = lines[place]!;
  const room = formatting.staffsep === undefined ? usualRoom : formatting.staffsep * pixelsAPoint;
  first.vskip = (first.vskip ?? 0) - room;
  const [whole] = read() as Parsed[];
  const staves = whole?.lines.find(({ staff }) => staff !== undefined)?.staff ?? [];
  for (const [i, { meter }] of staves.entries()) {
    const staff = first.staff![i];
    if (staff !== undefined && meter !== undefined) staff.meter ??= meter;
  }
}
