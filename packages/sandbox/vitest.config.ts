import { defineConfig } from 'vitest/config';
import { coverage } from '../../vitest.coverage.ts';

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 30_000,
    include: ['src/**/*.test.ts'],
    // No module here has global state, so a worker loads each module once for all files.
    isolate: false,
    coverage: {
      ...coverage,
      include: ['src/**/*.ts'],
      exclude: ['**/*.test.ts', 'src/generated/**', 'src/testing/**', 'src/index.ts'],
    },
  },
});
