import { defineConfig } from 'vitest/config';
import { coverage } from '../../vitest.coverage.ts';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['src/testing/vitest-postgres.ts'],
    // No module has state, so each worker loads modules only once.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    coverage: {
      ...coverage,
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.test.ts', 'src/testing/**', '**/index.ts'],
    },
  },
});
