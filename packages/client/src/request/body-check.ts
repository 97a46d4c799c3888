import type { Logger } from '../logging/logger.ts';

/** A request that is about to be sent. */
export interface CheckedRequest {
  /** Undefined for a path that is not in the spec. */
  readonly operation: { readonly id: string } | undefined;
  /** The JSON that will be sent. */
  readonly body: string | undefined;
}

/** Checks each request before it is sent. If it throws, the request is not sent. */
export type BodyCheck = (request: CheckedRequest, log: Logger) => void;
