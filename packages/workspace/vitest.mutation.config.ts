import { defineConfig } from 'vitest/config';

// The tests beside the mutated code: they have to notice by themselves, and a mutant takes a quarter of a second.
export default defineConfig({
  test: {
    include: ['src/fields/**/*.test.ts', 'src/{json,text}/**/*.test.ts'],
    // The comparisons with other libraries take seconds.
    exclude: ['src/fields/**/{luxon,max-metadata}.test.ts'],
    // Nothing here keeps state, so one worker serves all files.
    isolate: false,
  },
});
