import { getContext, setContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';

/** What is typed wrongly in the fields of a form, by field. */
export class TypedFaults {
  readonly #said = new SvelteMap<string, string>();
  /** One of them; null where nothing is wrong. */
  readonly first = $derived<string | null>(this.#said.values().next().value ?? null);

  of(field: string): string | null {
    return this.#said.get(field) ?? null;
  }
  say(field: string, fault: string | null): void {
    if (fault === null) this.#said.delete(field);
    else this.#said.set(field, fault);
  }
}

const name = Symbol('typed faults');
/** Gives the faults to every field inside. */
export const provideTypedFaults = (faults: TypedFaults): TypedFaults => setContext(name, faults);
/** Where a field says what is wrong. */
export const useTypedFaults = (): TypedFaults => getContext<TypedFaults>(name);
