/** One bar of the posterior at a step. */
export interface LikelyToken {
  token: string;
  /** Its place in the vocabulary. */
  index: number;
  /** Its probability under the model, its operations included. */
  p: number;
  /** 1 for the likeliest. */
  rank: number;
  drawn: boolean;
}

/**
 * The likeliest tokens of a posterior, the drawn one after them where it is not among them. Equal probabilities are in index order.
 * @param posterior [V]
 * @param drawn The index of the token drawn, or −1 where none was.
 */
export function likeliest(posterior: ArrayLike<number>, vocabulary: readonly string[], drawn: number, most = 10): LikelyToken[] {
  const ranked = Array.from({ length: posterior.length }, (_, index) => index).sort((a, b) => posterior[b]! - posterior[a]! || a - b);
  const shown = ranked.slice(0, most);
  const at = ranked.indexOf(drawn);
  if (at >= most) shown.push(drawn);
  return shown.map((index) => ({ token: vocabulary[index]!, index, p: posterior[index]!, rank: ranked.indexOf(index) + 1, drawn: index === drawn }));
}
