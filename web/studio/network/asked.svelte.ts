import { address, type Client } from '../api/client.ts';
import { Problem, sentence, stopped } from '../api/problem.ts';
import { HeldAnswers } from './held-answers.ts';

/** Something asked of the server: what came last, whether more is on its way, and what went wrong. */
export class Asked<T> {
  value = $state.raw<T | null>(null);
  error = $state.raw<string | null>(null);
  /** The server's refusal, where that is what went wrong. */
  refusal = $state.raw<Problem | null>(null);
  coming = $state(false);
  /** Ends what is on its way; what has come of it stays. */
  stop: () => void = () => {};
}

/**
 * Asks whenever what the question reads has changed; an answer to an older question is dropped, and the one before stays until the
 * next has come. To be called while a component is set up.
 * @param question The way to ask, or null where there is nothing to ask: then the value is null too. It may tell a part of the answer before the whole has come.
 */
export function ask<T>(question: () => ((signal: AbortSignal, tell: (part: T) => void) => Promise<T>) | null): Asked<T> {
  const asked = new Asked<T>();
  $effect(() => {
    const start = question();
    if (start === null) {
      asked.value = null;
      asked.error = null;
      asked.refusal = null;
      asked.coming = false;
      return;
    }
    const stop = new AbortController();
    asked.coming = true;
    asked.stop = () => {
      stop.abort();
      asked.coming = false;
    };
    const tell = (value: T): void => {
      if (stop.signal.aborted) return;
      asked.value = value;
      asked.error = null;
      asked.refusal = null;
    };
    start(stop.signal, tell).then(
      (value) => {
        tell(value);
        if (!stop.signal.aborted) asked.coming = false;
      },
      (error: unknown) => {
        if (stop.signal.aborted || stopped(error)) return;
        asked.value = null;
        asked.error = sentence(error);
        asked.refusal = error instanceof Problem ? error : null;
        asked.coming = false;
      },
    );
    return () => stop.abort();
  });
  return asked;
}

const held = new WeakMap<Client, HeldAnswers>();

/** An answer about a tune, `['tunes', id, …]`, or about no tune, which never changes: asked once and held for a while. */
export function remembered<T>(
  api: Client,
  parts: readonly (string | number)[],
  query: Record<string, string | number | null> = {},
): Promise<T> {
  const answers = held.get(api) ?? new HeldAnswers();
  held.set(api, answers);
  return answers.get(parts[0] === 'tunes' ? String(parts[1]) : '', address(parts, query), () => api.get<T>(parts, query));
}
