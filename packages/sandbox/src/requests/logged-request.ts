/** A call as it is remembered: no token, path or body, as any of them may hold what is confidential. */
export interface LoggedRequest {
  /** Unix time in milliseconds. */
  time: number;
  method: string;
  /** The `operationId`; `null` when the path is none of either API. */
  operation: string | null;
  /** `null` when the connection was cut. */
  status: number | null;
  durationMs: number;
  /** Whether a fault changed the response. */
  fault: boolean;
  /** What broke the API description, in the request or in the response, and what was dropped; no values. */
  violations: string[];
}
