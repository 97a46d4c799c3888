import { defineConfig } from 'vitest/config';
import { coverage } from '../../vitest.coverage.ts';

export default defineConfig({
  test: {
    globalSetup: './src/start-project.ts',
    // No module has state, so each worker loads modules only once.
    isolate: false,
    include: ['src/**/*.test.ts'],
    // The tests start processes, which is slow on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    coverage: {
      ...coverage,
      // The programs run in other processes, in the runtime of each test; the code that sets up the project runs
      // outside of the tests.
      include: ['src/**/*.ts'],
      exclude: ['**/*.test.ts', 'src/start-project.ts'],
    },
  },
});
