import { defineConfig } from 'vitest/config';
import { coverage } from '../../vitest.coverage.ts';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // No module has state, so each worker loads modules only once.
    isolate: false,
    // Some tests start processes, which is slow on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    coverage: {
      ...coverage,
      include: ['src/**/*.ts'],
      // Process-related code is tested in separate processes, and questions in a pseudo-terminal.
      exclude: [
        'src/**/*.test.ts',
        'src/testing/**',
        'src/main.ts',
        'src/terminal/{process-terminal,prompts}.ts',
      ],
    },
  },
});
