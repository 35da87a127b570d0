/** Something that was done and can be undone. */
export interface Done {
  /** What it was, as it is told when it is undone or done again: “bars 5–8 written again”. */
  what: string;
  undo: () => Promise<void>;
  redo: () => Promise<void>;
  /** Things of one such kind that follow each other are undone together; null or left out for a thing of its own. */
  merge?: string | null;
}

/** What was done, the last at the end, and what was taken back, the next to be done again at the end. */
export interface Course {
  done: readonly Done[];
  undone: readonly Done[];
}

/** Something was done: what had been undone can’t be done again after it. */
export function after({ done, undone }: Course, what: Done): Course {
  const last = done.at(-1);
  const goesOn = last !== undefined && undone.length === 0 && what.merge != null && last.merge === what.merge;
  return { done: goesOn ? [...done.slice(0, -1), { ...what, undo: last.undo }] : [...done, what], undone: [] };
}

/** The last thing taken back; null where there is nothing. */
export function back({ done, undone }: Course): { course: Course; what: Done } | null {
  const what = done.at(-1);
  return what === undefined ? null : { course: { done: done.slice(0, -1), undone: [...undone, what] }, what };
}

/** What was taken back last done again; null where there is nothing. */
export function forth({ done, undone }: Course): { course: Course; what: Done } | null {
  const what = undone.at(-1);
  return what === undefined ? null : { course: { done: [...done, what], undone: undone.slice(0, -1) }, what };
}
