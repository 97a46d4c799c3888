import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: './src/start-mock.ts',
    include: ['src/**/*.test.ts'],
    // Reading Prism's code and compiling the schemas takes longer than most tests, so that a worker does it once.
    isolate: false,
    testTimeout: 30_000,
    coverage: {
      include: ['src/**/*.ts'],
      // What starts the mock runs before the tests and outside of them, where nothing is measured.
      exclude: ['**/*.test.ts', 'src/start-mock.ts'],
      reporter: ['text-summary', 'json-summary', 'html'],
      reportsDirectory: 'reports/coverage',
      thresholds: { lines: 95, branches: 90 },
    },
  },
});
