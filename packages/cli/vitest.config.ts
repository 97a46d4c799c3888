import { defineConfig } from 'vitest/config';
import { coverage } from '../../vitest.coverage.ts';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // No module here has a state of its own, so that a worker reads each once.
    isolate: false,
    // Some tests start processes, which takes long on a machine that is busy with other suites.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: {
      ...coverage,
      include: ['src/**/*.ts'],
      // What belongs to a process is tested in processes of its own, questions in a pseudo-terminal.
      exclude: [
        'src/**/*.test.ts',
        'src/testing/**',
        'src/main.ts',
        'src/terminal/{process-terminal,prompts}.ts',
      ],
    },
  },
});
