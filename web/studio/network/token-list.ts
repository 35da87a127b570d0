/** Tokens that a person typed, blanks between, and what is wrong with them. */
export type TokensRead = { tokens: string[]; fault: null } | { tokens: null; fault: string };

/** Reads tokens of a vocabulary, each once. */
export function readTokens(text: string, vocabulary: readonly string[]): TokensRead {
  const parts = [
    ...new Set(
      text
        .trim()
        .split(/\s+/)
        .filter((part) => part !== ''),
    ),
  ];
  if (parts.length === 0) return { tokens: null, fault: 'Name at least one token, as | or ^G,.' };
  const unknown = parts.find((part) => !vocabulary.includes(part));
  if (unknown === undefined) return { tokens: parts, fault: null };
  const near = vocabulary
    .filter((token) => token.toLowerCase().includes(unknown.toLowerCase()) || unknown.toLowerCase().includes(token.toLowerCase()))
    .slice(0, 4);
  return { tokens: null, fault: `The model has no token ${unknown}${near.length > 0 ? `; near it are ${near.join(' ')}` : ''}.` };
}
