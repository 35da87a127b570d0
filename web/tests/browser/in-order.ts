import { test } from 'vitest';

/**
 * Tests that follow each other on one page. Where one has failed the page is not as the next ones need it: they say that they were not run, and do not fail as well.
 * @returns What takes a test's name, what it does, and its time in milliseconds.
 */
export function inOrder(): (name: string, run: () => Promise<void> | void, within?: number) => void {
  let failed: string | null = null;
  return (name, run, within) =>
    test(
      name,
      async ({ skip, onTestFailed }) => {
        skip(failed !== null, `not run: ${failed} failed before it on the same page`);
        onTestFailed(() => {
          failed ??= name;
        });
        await run();
      },
      within,
    );
}
