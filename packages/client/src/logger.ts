/**
 * Something that happened on the way of a call. It holds no text of yours and none of the API's,
 * so neither a token nor personal data can be in it.
 */
export interface LogEvent {
  /**
   * - `ANSWER`: one came, of any `status`.
   * - `NETWORK`, `TIMEOUT`: none came.
   * - `RETRY`, `RATE_LIMIT`: the call is held back before it is sent (again).
   */
  readonly type: 'ANSWER' | 'NETWORK' | 'TIMEOUT' | 'RETRY' | 'RATE_LIMIT';
  /** Undefined for a path that is not in the spec. */
  readonly operationId: string | undefined;
  /** Which try this is about, from 1. */
  readonly attempt: number;
  /** How long the try took, or how long the wait will be. */
  readonly ms: number;
  /** The status of an answer. */
  readonly status?: number;
}

/** Receives events; see the option `logger` of both clients. */
export type Logger = (event: LogEvent) => void;
