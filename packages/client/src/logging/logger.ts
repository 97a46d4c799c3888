/**
 * Something that happened during a call. It holds no text of yours and none of the API's, so
 * neither a token nor personal data can be in it.
 */
export interface LogEvent {
  /**
   * - `RESPONSE`: one came, with any `status`.
   * - `NETWORK`, `TIMEOUT`: none came.
   * - `RETRY`, `RATE_LIMIT`: the call is held back before it is sent (again).
   * - `WOULD_BE_DROPPED`: the check found parts of the body that telecrm would drop.
   */
  readonly type: 'RESPONSE' | 'NETWORK' | 'TIMEOUT' | 'RETRY' | 'RATE_LIMIT' | 'WOULD_BE_DROPPED';
  /** Undefined for a path that is not in the spec. */
  readonly operationId: string | undefined;
  /** Which attempt this is about, from 1. */
  readonly attempt: number;
  /** How long the attempt took, or how long the wait will be. */
  readonly durationMs: number;
  /** The status of a response. */
  readonly status?: number | undefined;
}

/** Receives events; see the option `logger` of both clients. */
export type Logger = (event: LogEvent) => unknown;

/** A logger that cannot fail a call, and that prints as well when `TELECRM_DEBUG` is set. */
export function createLogger(own: Logger | undefined): Logger {
  const debug = globalThis.process?.env?.TELECRM_DEBUG;
  const print = debug && debug !== '0' ? printEvent : undefined;
  return async (event) => {
    // What a logger throws, at once or later, must not cost a lead.
    try {
      print?.(event);
      await own?.(event);
    } catch {}
  };
}

function printEvent({ type, operationId, attempt, status, durationMs }: LogEvent): void {
  const what = status === undefined ? type : `${type} ${status}`;
  console.error(
    `telecrm: ${operationId} attempt ${attempt}: ${what}, ${Math.round(durationMs)} ms`,
  );
}
