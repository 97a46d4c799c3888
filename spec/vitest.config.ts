import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Redocly is started by many tests, which takes long on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // No module here has a state of its own, so that a worker reads each once.
    isolate: false,
  },
});
