/**
 * An event of a call. It contains no text from you or the API, so it cannot contain a token or personal
 * data.
 */
export interface LogEvent {
  /**
   * - `RESPONSE`: a response was received, with any `status`.
   * - `NETWORK`, `TIMEOUT`: no response was received.
   * - `RETRY`, `RATE_LIMIT`: the call waits before it is sent, or sent again.
   * - `WOULD_BE_DROPPED`: the check found parts of the body that telecrm would drop.
   */
  readonly type: 'RESPONSE' | 'NETWORK' | 'TIMEOUT' | 'RETRY' | 'RATE_LIMIT' | 'WOULD_BE_DROPPED';
  /** Undefined for a path that is not in the spec. */
  readonly operationId: string | undefined;
  /** The number of the attempt, from 1. */
  readonly attempt: number;
  /** The duration of the attempt, or of the wait that begins, in milliseconds. */
  readonly durationMs: number;
  /** The status of a response. */
  readonly status?: number | undefined;
}

/** Receives events; see the option `logger` of both clients. */
export type Logger = (event: LogEvent) => unknown;

/** Creates a logger that never fails a call, and that also prints if `TELECRM_DEBUG` is set. */
export function createLogger(logger: Logger | undefined): Logger {
  const debug = globalThis.process?.env?.TELECRM_DEBUG;
  const print = debug && debug !== '0' ? printEvent : undefined;
  // Most clients log nothing, and an async function costs every call a promise.
  if (!print && !logger) return () => {};
  return async (event) => {
    // An error of a logger, synchronous or not, must not fail the call.
    try {
      print?.(event);
      await logger?.(event);
    } catch {}
  };
}

function printEvent({ type, operationId, attempt, status, durationMs }: LogEvent): void {
  const what = status === undefined ? type : `${type} ${status}`;
  console.error(
    `telecrm: ${operationId} attempt ${attempt}: ${what}, ${Math.round(durationMs)} ms`,
  );
}
