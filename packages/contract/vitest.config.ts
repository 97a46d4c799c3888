import { defineConfig } from 'vitest/config';
import { coverage } from '../../vitest.coverage.ts';

export default defineConfig({
  test: {
    globalSetup: './src/start-mock.ts',
    include: ['src/**/*.test.ts'],
    // Reading Prism's code and compiling the schemas takes longer than most tests, so that a worker does it once.
    isolate: false,
    testTimeout: 30_000,
    coverage: {
      ...coverage,
      include: ['src/**/*.ts'],
      // What starts the mock runs before the tests and outside of them, where nothing is measured.
      exclude: ['**/*.test.ts', 'src/start-mock.ts'],
    },
  },
});
