import { defineConfig } from 'vitest/config';
import { coverage } from '../../vitest.coverage.ts';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // No module has state, so each worker loads modules only once.
    isolate: false,
    // The tests start Redocly several times, which is slow on a busy machine.
    testTimeout: 120_000,
    coverage: {
      ...coverage,
      include: ['src/**/*.ts'],
      exclude: ['**/*.test.ts', 'src/index.ts'],
    },
  },
});
