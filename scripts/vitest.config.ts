import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // The tests start processes, which is slow on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    // The modules are stateless, so a worker can load each of them once.
    isolate: false,
  },
});
