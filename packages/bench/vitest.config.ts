import { defineConfig } from 'vitest/config';
import { coverage } from '../../vitest.coverage.ts';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // No module here has a state of its own, so a worker reads each once.
    isolate: false,
    coverage: {
      ...coverage,
      // What starts browsers and compilers to measure them runs in `pnpm bench` alone, which takes minutes.
      include: [
        'src/*.ts',
        'src/report/**/*.ts',
        'src/sandbox/{load,requests,rows,server,servers}.ts',
      ],
      exclude: ['**/*.test.ts', 'src/main.ts'],
    },
  },
});
