/** Answers about tunes, which never change: those of the tunes asked about last, so many of a tune. */
export class HeldAnswers {
  readonly #mostTunes: number;
  readonly #mostOfATune: number;
  readonly #held = new Map<string, Map<string, Promise<unknown>>>();

  /** Of a tune there are its likeliest tokens, orders, spectra, and a unit taken apart at each click. */
  constructor(mostTunes = 12, mostOfATune = 60) {
    this.#mostTunes = mostTunes;
    this.#mostOfATune = mostOfATune;
  }

  /** The answer under an address, asked for by `ask` if it is not held. A failure is not held. */
  get<T>(tune: string, where: string, ask: () => Promise<T>): Promise<T> {
    const answers = this.#held.get(tune) ?? new Map<string, Promise<unknown>>();
    const known = answers.get(where) as Promise<T> | undefined;
    const answer = known ?? ask();
    toEnd(this.#held, tune, answers, this.#mostTunes);
    toEnd(answers, where, answer, this.#mostOfATune);
    if (known === undefined) answer.catch(() => answers.delete(where));
    return answer;
  }
}

/** Puts a thing at the end of a map, where those used last are, and lets go of the first ones beyond so many. */
function toEnd<T>(map: Map<string, T>, key: string, value: T, most: number): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= most) return;
    map.delete(oldest);
  }
}
