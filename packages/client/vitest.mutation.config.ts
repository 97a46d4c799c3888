import { defineConfig } from 'vitest/config';

// Only the unit tests next to the mutated code, none of which starts a sandbox, must detect the mutants.
export default defineConfig({
  test: {
    include: ['src/{request,send,retry,logging,rate-limit,errors,ingest}/*.test.ts'],
    // No module has state, so one worker can run all files.
    isolate: false,
    // A short timeout detects mutants that hang: each of these tests takes at most a tenth of a second.
    testTimeout: 2_000,
  },
});
