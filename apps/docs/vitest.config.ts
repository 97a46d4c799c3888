import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Do not transform the large bundles of the sandbox, which takes longer than the tests that need them.
    server: { deps: { external: [/\/apps\/mock\/dist\//] } },
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    // The tests of pages mostly wait for the network to be idle.
    maxConcurrency: 3,
    maxWorkers: 2,
  },
});
