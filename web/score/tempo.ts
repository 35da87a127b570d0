/** The length that a musician counts in a meter, in whole notes: 3/8 in 6/8, 9/8 and 12/8, 1/2 in 4/4, else the meter's own unit. */
export function beatOf(meter: string): number {
  const found = /^(\d+)\/(\d+)$/.exec(meter);
  if (found === null) return 1 / 4;
  const [over, under] = [Number(found[1]), Number(found[2])];
  if (under === 8 && over > 3 && over % 3 === 0) return 3 / 8;
  return over === 4 && under === 4 ? 1 / 2 : 1 / under;
}

/** The beat of a meter as words: "dotted quarters a minute". */
export function beatText(meter: string): string {
  const beat = beatOf(meter);
  return beat === 3 / 8
    ? 'dotted quarters'
    : beat === 1 / 2
      ? 'half notes'
      : beat === 1 / 4
        ? 'quarters'
        : beat === 1 / 8
          ? 'eighths'
          : 'beats';
}
