import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Loading Prism takes longer than most tests, so a worker does it once.
    isolate: false,
    // Processes and browsers are started here, which takes its time on a machine that has other things to do.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    globalSetup: ['@telecrm/sql/testing/vitest-setup'],
    include: ['src/**/*.test.ts', 'page/src/**/*.test.ts'],
  },
});
