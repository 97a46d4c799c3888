import { defineConfig } from 'vitest/config';

// The tests beside the mutated code: they have to notice by themselves, and none of them starts a sandbox.
export default defineConfig({
  test: {
    include: ['src/{request,send,retry,logging,rate-limit,errors,ingest}/*.test.ts'],
    // Nothing here keeps state, so one worker serves all files.
    isolate: false,
    // A mutant that hangs is noticed soon; each of these tests takes a tenth of a second at most.
    testTimeout: 2_000,
  },
});
