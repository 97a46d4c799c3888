import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: './src/start-mock.ts',
    include: ['src/**/*.test.ts'],
    // Reading Prism's code and compiling the schemas takes longer than most tests, so that a worker does it once.
    isolate: false,
    testTimeout: 30_000,
  },
});
