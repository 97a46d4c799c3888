import type { Fault } from '../api/types.ts';

/** Describes the effect of a fault in a sentence. */
export function describeFault(fault: Fault): string {
  const { status, times, retryAfterSeconds, delayMs, drop, body } = fault;
  const parts = [
    delayMs !== undefined && `waits ${delayMs} ms`,
    status !== undefined && `responds with ${status}`,
    retryAfterSeconds !== undefined && `sends Retry-After: ${retryAfterSeconds}`,
    body !== undefined && 'sends another body',
    drop !== undefined && `closes the connection ${drop} processing`,
  ].filter((part) => part !== false);
  const rest =
    times === undefined ? 'until it is removed' : times === 1 ? 'once' : `${times} times`;
  return [...parts, rest].join(', ');
}
