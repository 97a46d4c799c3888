import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Vite would rewrite the sandbox's large bundles, which takes longer than the samples that wait for them.
    server: { deps: { external: [/\/apps\/mock\/dist\//] } },
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    // Pages spend most of their time waiting for nothing more to happen.
    maxConcurrency: 3,
    maxWorkers: 2,
  },
});
