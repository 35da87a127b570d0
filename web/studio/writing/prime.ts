/** What the person asks a tune to begin with. */
export interface Beginning {
  meter: string | null;
  mode: string | null;
  /** The tokens that the typed text says; null where one is drawn. */
  tokens: readonly (string | null)[];
}

/**
 * The prime that a beginning asks for, tokens with blanks between. Where the text brings a meter or a mode of its own, that
 * one holds; where one is left open before something that is asked for, it is drawn (`*`).
 * @param meters the model's own meter tokens, and modes its modes: a model without such tokens gets none.
 */
export function primeOf({ meter, mode, tokens }: Beginning, meters: readonly string[], modes: readonly string[]): string {
  const rest = [...tokens];
  const lead: (string | null)[] = [];
  const take = (names: readonly string[], chosen: string | null): void => {
    if (names.length === 0) return;
    const own = rest[0];
    if (own !== undefined && own !== null && names.includes(own)) lead.push(rest.shift()!);
    else lead.push(chosen !== null && names.includes(chosen) ? chosen : null);
  };
  // A text that begins with a wildcard and then a mode means that wildcard for its meter.
  if (rest[0] === null && typeof rest[1] === 'string' && modes.includes(rest[1])) rest.shift();
  take(meters, meter);
  take(modes, mode);
  const all = [...lead, ...rest];
  while (all.length > 0 && all.at(-1) === null && rest.length === 0) all.pop();
  return all.map((token) => token ?? '*').join(' ');
}
