import { defineConfig } from 'vitest/config';

// Only the tests next to the mutated code: they must detect mutants without other tests, within a quarter of a second.
export default defineConfig({
  test: {
    include: ['src/fields/**/*.test.ts', 'src/{json,text}/**/*.test.ts'],
    // The comparisons with other libraries take seconds.
    exclude: ['src/fields/**/{luxon,max-metadata}.test.ts'],
    // No module has state, so one worker can run all files.
    isolate: false,
  },
});
