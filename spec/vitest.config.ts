import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Redocly is started by many tests, which is slow on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // No module has state, so each worker loads modules only once.
    isolate: false,
  },
});
