import { defineConfig } from 'vitest/config';
import { coverage } from '../../vitest.coverage.ts';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // No module here has a state of its own, so that a worker reads each once.
    isolate: false,
    coverage: {
      ...coverage,
      // What starts servers, browsers and compilers to measure them runs in `pnpm bench` alone, which takes minutes.
      include: ['src/table/**/*.ts', 'src/sandbox/connection.ts'],
      exclude: ['**/*.test.ts'],
    },
  },
});
