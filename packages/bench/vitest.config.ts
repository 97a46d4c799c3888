import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // No module here has a state of its own, so that a worker reads each once.
    isolate: false,
    coverage: {
      // What starts servers, browsers and compilers to measure them runs in `pnpm bench` alone, which takes minutes.
      include: ['src/table/**/*.ts', 'src/sandbox/connection.ts'],
      exclude: ['**/*.test.ts'],
      reporter: ['text-summary', 'json-summary', 'html'],
      reportsDirectory: 'reports/coverage',
      thresholds: { lines: 95, branches: 90 },
    },
  },
});
