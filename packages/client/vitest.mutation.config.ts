import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,test}/**/{retr,send,sleep}*.test.ts'],
    // Every file starts a sandbox of its own, so one worker serves them all.
    isolate: false,
    // A mutant that hangs is noticed soon; the longest of these tests takes a second.
    testTimeout: 5_000,
  },
});
