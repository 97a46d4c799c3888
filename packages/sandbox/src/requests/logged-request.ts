import type { Remark } from '@telecrm/workspace';

/** The parameters and the body of a request, by the names of the API description. */
export interface SentRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** Missing if there was none, or if an ingestion stores it. */
  readonly body?: unknown;
}

/** A request in the log, without its token. */
export interface LoggedRequest {
  /** Unix time in milliseconds. */
  time: number;
  method: string;
  /** The `operationId`; `null` if the path belongs to neither API. */
  operation: string | null;
  /** `null` if the connection was cut. */
  status: number | null;
  /** The code of the error; `null` if there was none. */
  error: string | null;
  durationMs: number;
  /** Whether a fault changed the response. */
  fault: boolean;
  /** Violations of the API description by the request or the response, without values. */
  violations: readonly string[];
  /** The sent request; `null` if it was unauthorized or is no longer stored. */
  sent: SentRequest | null;
  /** The parts that were not stored, each with the reason and the fix. */
  dropped: readonly Remark[];
  /** The queued ingestion, which has the sent body and its outcome. */
  ingestionId: string | null;
}
