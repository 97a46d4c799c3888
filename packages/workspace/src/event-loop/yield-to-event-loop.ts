// Supported by Node, Bun and Deno, but not by browsers.
declare const setImmediate: ((run: () => void) => unknown) | undefined;

const waiting: (() => void)[] = [];

// The functions of the runtime, even if a test replaces the global ones later: a replaced one may never call back, and
// then nothing that waits would ever be resumed.
const { setTimeout } = globalThis;
// Node runs timers that are due again before it reads any input, so two long tasks would alternately block it.
const schedule =
  typeof setImmediate === 'function' ? setImmediate : (run: () => void) => setTimeout(run, 0);

/**
 * Resolves after the runtime has processed pending input. Only one of several waiting tasks is resumed in each
 * iteration of the event loop, so that many long tasks together do not block it for longer than one.
 *
 * @example
 * ```ts
 * import { yieldToEventLoop } from '@telecrm/workspace/store';
 *
 * export async function writeAll(rows: readonly string[], write: (row: string) => void) {
 *   for (const row of rows) {
 *     write(row);
 *     await yieldToEventLoop();
 *   }
 * }
 * ```
 */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) scheduleNext();
  });
}

function resumeNext(): void {
  waiting.shift()?.();
  if (waiting.length > 0) scheduleNext();
}

function scheduleNext(): void {
  schedule(resumeNext);
}
