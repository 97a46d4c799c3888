import { setImmediate } from 'node:timers/promises';

/** The maximum time without yielding to the event loop, in milliseconds. */
const maxBlockingMs = 5;

/** Yields to the event loop at intervals. */
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
