import { defineConfig } from 'vitest/config';
import { coverage } from '../../vitest.coverage.ts';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // No module here has a state of its own, so that a worker reads each once.
    isolate: false,
    // Thousands of cases and a hundred thousand leads take their time on a machine that is busy with other suites.
    testTimeout: 60_000,
    coverage: {
      ...coverage,
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.test.ts', 'src/testing/**', '**/index.ts'],
    },
  },
});
