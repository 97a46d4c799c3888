import type { Remark } from '@telecrm/workspace';

/** What a call has sent, by the names that the API description has for it. */
export interface SentRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** Missing where there was none, and where an ingestion holds it. */
  readonly body?: unknown;
}

/** A call as it is remembered, without its token. */
export interface LoggedRequest {
  /** Unix time in milliseconds. */
  time: number;
  method: string;
  /** The `operationId`; `null` if the path belongs to neither API. */
  operation: string | null;
  /** `null` if the connection was cut. */
  status: number | null;
  /** The code of the error; `null` when there was none. */
  error: string | null;
  durationMs: number;
  /** Whether a fault changed the response. */
  fault: boolean;
  /** What broke the API description, in the request or in the response; no values. */
  violations: readonly string[];
  /** What was sent; `null` when the call was not let in or what it sent is no longer kept. */
  sent: SentRequest | null;
  /** What was not stored, each with the reason and the fix. */
  dropped: readonly Remark[];
  /** The ingestion that the call has queued, which holds what was sent and what became of it. */
  ingestionId: string | null;
}
