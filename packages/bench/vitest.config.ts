import { defineConfig } from 'vitest/config';
import { coverage } from '../../vitest.coverage.ts';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // The modules are stateless, so a worker can load each of them once.
    isolate: false,
    coverage: {
      ...coverage,
      // The code that measures browsers and compilers runs only in `pnpm bench`, which takes minutes.
      include: [
        'src/*.ts',
        'src/report/**/*.ts',
        'src/sandbox/{load,requests,rows,server,servers}.ts',
      ],
      exclude: ['**/*.test.ts', 'src/main.ts'],
    },
  },
});
