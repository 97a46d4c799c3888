import { defineConfig } from 'vitest/config';
import { coverage } from '../../vitest.coverage.ts';

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 30_000,
    include: ['src/**/*.test.ts'],
    coverage: {
      ...coverage,
      // The suites of the mock and of the contract reach the rest, through a server.
      thresholds: { lines: 80, branches: 70 },
      include: ['src/**/*.ts'],
      exclude: ['**/*.test.ts', 'src/generated/**', 'src/testing/**', 'src/index.ts'],
    },
  },
});
