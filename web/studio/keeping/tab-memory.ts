/** What a page knows as long as its tab is open, over a reload; a browser that keeps nothing forgets it. */
export function remember(name: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(value));
  } catch {
    /* it is forgotten with the page */
  }
}

/** What was remembered under a name; null where nothing was. */
export function recall<T>(name: string): T | null {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null') as T | null;
  } catch {
    return null;
  }
}
