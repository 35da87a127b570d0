import type { TuneDetail } from '../api/shapes.ts';

type Named = Pick<TuneDetail, 'names' | 'namesAt' | 'tune'>;

/**
 * What a token sounds at a step, in the key that the tune is shown in: `F♯` for the token `E` of a tune in C that is shown in D. The
 * token itself where that is its name, or where it is no pitch.
 * @param token another than the tune's own: one that the network expected there.
 */
export function nameAt({ names, namesAt, tune }: Named, step: number, token: string = tune.tokens[step] ?? ''): string {
  const table = names[namesAt[Math.max(0, Math.min(step, namesAt.length - 1))] ?? 0];
  return table?.[token] ?? token;
}

/** The same with the token behind it, for a title: `F♯ (token E)`. */
export function nameText(detail: Named, step: number, token: string = detail.tune.tokens[step] ?? ''): string {
  const name = nameAt(detail, step, token);
  return name === token ? token : `${name} (token ${token})`;
}

/** What a token sounds in the tune's key, whatever accidentals its measures have. */
export const signatureName = (detail: Named, token: string): string =>
  nameAt(detail, detail.tune.tokens.findIndex((one) => one.startsWith('K:')) + 1, token);
