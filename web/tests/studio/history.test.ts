import { expect, test } from 'vitest';
import { after, back, forth, type Course, type Done } from '../../studio/history.ts';

test('what is undone is done again in turn, until something else is done', () => {
  const done = (what: string): Done => ({ what, undo: () => Promise.resolve(), redo: () => Promise.resolve() });
  let course: Course = after(after({ done: [], undone: [] }, done('a')), done('b'));
  const said: (string | null)[] = [];
  for (const go of [back, back, back, forth]) {
    const step = go(course);
    said.push(step?.what.what ?? null);
    course = step?.course ?? course;
  }
  expect(said).toEqual(['b', 'a', null, 'a']);
  course = after(course, done('c'));
  expect(forth(course)).toBeNull();
  expect(course.done.map(({ what }) => what)).toEqual(['a', 'c']);
});

test('things of one kind that follow each other are one, and undoing goes back to before the first', async () => {
  let weight = 0;
  const set = (to: number, merge: string | null): Done => {
    const before = weight;
    weight = to;
    const put = (value: number) => async (): Promise<void> => {
      weight = value;
    };
    return { what: `set to ${to}`, undo: put(before), redo: put(to), merge };
  };
  let course: Course = { done: [], undone: [] };
  for (const to of [1, 2, 3]) course = after(course, set(to, 'weight'));
  expect(course.done).toHaveLength(1);
  const step = back(course)!;
  await step.what.undo();
  expect(weight).toBe(0);
  await forth(step.course)!.what.redo();
  expect(weight).toBe(3);

  // Something else between, or nothing to be one with, is a thing of its own.
  course = after(after(after(course, set(4, null)), set(5, null)), set(6, 'weight'));
  expect(course.done).toHaveLength(4);
});
