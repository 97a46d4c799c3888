import { defineConfig } from 'vitest/config';
import { coverage } from '../../vitest.coverage.ts';

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    include: ['src/**/*.test.ts'],
    // No module has global state, so each worker loads modules only once.
    isolate: false,
    coverage: {
      ...coverage,
      include: ['src/**/*.ts'],
      exclude: ['**/*.test.ts', 'src/generated/**', 'src/testing/**', 'src/index.ts'],
    },
  },
});
