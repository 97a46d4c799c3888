import { setImmediate } from 'node:timers/promises';

/** How long work in this thread may go on before others have their turn, in milliseconds. */
const maxBlockingMs = 5;

/** Lets other work run once a piece of work has gone on for a while. */
export function createTimeSlice(): { pauseIfOver(): Promise<void> } {
  let began = performance.now();
  return {
    async pauseIfOver() {
      if (performance.now() - began < maxBlockingMs) return;
      await setImmediate();
      began = performance.now();
    },
  };
}
