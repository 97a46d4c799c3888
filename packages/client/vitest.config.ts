import { defineConfig } from 'vitest/config';
import { coverage } from '../../vitest.coverage.ts';

export default defineConfig({
  test: {
    // Most tests start a sandbox, whose code a worker reads once.
    isolate: false,
    // Some tests start compilers, which takes long on a machine that is busy with other suites.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    coverage: {
      ...coverage,
      include: ['{src,scripts}/**/*.ts'],
      // Generated modules contain only types and constants.
      exclude: ['src/generated/**', '**/*.{test,test-d}.ts'],
    },
  },
});
