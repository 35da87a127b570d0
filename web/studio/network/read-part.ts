/** As many tokens stand before the cursor and after it in the line to read, at least: more than the widest screen shows of it. */
const around = 128;

/**
 * The part of a tune's tokens that stands in the line to read: around the cursor, and the same while that moves a little, so that the line
 * is made and measured anew only now and then.
 * @returns from the first up to and without the second.
 */
export function readPart(cursor: number, tokens: number): [number, number] {
  const from = Math.max(0, (Math.floor(Math.min(cursor, tokens - 1) / around) - 1) * around);
  return [from, Math.min(tokens, from + 3 * around)];
}
