import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Loading Prism takes longer than most tests, so each worker loads it only once.
    isolate: false,
    // The tests start processes and browsers, which is slow on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Polled conditions may also take a while there.
    expect: { poll: { timeout: 60_000 } },
    // Many tests wait for a server, a browser or a timer, so two files in parallel need little more CPU time.
    maxWorkers: 2,
    globalSetup: ['@telecrm/sql/testing/vitest-setup'],
    include: ['src/**/*.test.ts', 'page/src/**/*.test.ts'],
  },
});
