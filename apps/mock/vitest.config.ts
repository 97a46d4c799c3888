import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Loading Prism takes longer than most tests, so a worker does it once.
    isolate: false,
    // Processes and browsers are started here, which takes its time on a machine that has other things to do.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // What is polled for may take a while there, too.
    expect: { poll: { timeout: 15_000 } },
    // Many tests wait for a server, a browser or a timer, so that two files at once take little more processor time.
    maxWorkers: 2,
    globalSetup: ['@telecrm/sql/testing/vitest-setup'],
    include: ['src/**/*.test.ts', 'page/src/**/*.test.ts'],
  },
});
