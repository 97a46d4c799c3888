import { defineConfig } from 'vitest/config';
import { coverage } from '../../vitest.coverage.ts';

export default defineConfig({
  test: {
    globalSetup: './src/start-project.ts',
    // No module here has a state of its own, so that a worker reads each once.
    isolate: false,
    include: ['src/**/*.test.ts'],
    // Each starts processes of its own, which wait for their turn on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    coverage: {
      ...coverage,
      // The programs run in other processes, under the runtime of each test; the code that sets the project up
      // runs outside of the tests.
      include: ['src/**/*.ts'],
      exclude: ['**/*.test.ts', 'src/start-project.ts'],
    },
  },
});
