import { defineConfig } from 'vitest/config';
import { coverage } from '../../vitest.coverage.ts';

export default defineConfig({
  test: {
    globalSetup: './src/start-mock.ts',
    include: ['src/**/*.test.ts'],
    // Loading Prism and compiling the schemas takes longer than most tests, so a worker does it once.
    isolate: false,
    // Some tests start processes, which takes long on a machine that is busy with other suites.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    coverage: {
      ...coverage,
      include: ['src/**/*.ts'],
      // The global setup, which starts the mock, runs outside of the tests, where coverage is not measured.
      exclude: ['**/*.test.ts', 'src/start-mock.ts'],
    },
  },
});
