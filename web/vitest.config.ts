import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A state that is waited for may be long in coming on a machine that does much else.
    expect: { poll: { timeout: 30_000 } },
    // Two cores, and a browser among the tests: one file after the other is as fast and never starves it.
    fileParallelism: false,
  },
});
