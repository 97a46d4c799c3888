import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Reading Redocly's code takes longer than most tests, so that a worker does it once.
    isolate: false,
    // The tests of the lint start Redocly, which takes long on a machine that is busy with other suites.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
