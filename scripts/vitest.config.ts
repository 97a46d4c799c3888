import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // They start processes, which takes long on a machine that is busy with other suites.
    testTimeout: 60_000,
    // No module here has a state of its own, so a worker reads each once.
    isolate: false,
  },
});
