// Node, Bun and Deno have it; browsers do not.
declare const setImmediate: ((run: () => void) => unknown) | undefined;

const waiting: (() => void)[] = [];

/**
 * Resolves once the runtime has taken what has arrived meanwhile. Of several that wait, one goes on in each turn of the event
 * loop, so that many long tasks together do not block it for longer than one of them does.
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
  // Timers of Node that are due again run before any input is read, so two long tasks would block it in turn.
  if (typeof setImmediate === 'function') setImmediate(resumeNext);
  else setTimeout(resumeNext, 0);
}
