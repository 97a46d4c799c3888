/**
 * Something that happened on the way of a call. It holds no text of yours and none of the API's,
 * so neither a token nor personal data can be in it.
 */
export interface LogEvent {
  /** `answer`: one came. `failure`: none came. `wait`: the call is held back before it is sent. */
  readonly type: 'answer' | 'failure' | 'wait';
  /** Undefined for a path that is not in the spec. */
  readonly operationId: string | undefined;
  readonly method: string;
  /** Which try this is, from 1. */
  readonly attempt: number;
  /** How long the try took, or how long the wait will be. */
  readonly ms: number;
  /** The status of an answer. */
  readonly status?: number;
  /** Why no answer came, or what the wait is for. */
  readonly code?: 'NETWORK' | 'TIMEOUT' | 'ABORTED' | 'RETRY' | 'RATE_LIMIT';
}

/** Receives events; see the option `logger` of both clients. */
export type Logger = (event: LogEvent) => void;
