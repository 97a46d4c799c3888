import { defineConfig } from 'vitest/config';
import { coverage } from '../../vitest.coverage.ts';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // No module has state, so each worker loads modules only once.
    isolate: false,
    // Thousands of cases and a hundred thousand leads take long on a busy machine.
    testTimeout: 120_000,
    coverage: {
      ...coverage,
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.test.ts', 'src/testing/**', '**/index.ts'],
    },
  },
});
