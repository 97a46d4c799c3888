import { defineConfig } from 'vitest/config';

// The tests beside the mutated code: they have to notice by themselves, and a mutant then takes seconds less.
export default defineConfig({
  test: { include: ['src/fields/**/*.test.ts', 'src/{json,nearest,words}.test.ts'] },
});
