import type { ApiErrorCode, DocumentedErrors } from './generated/errors.ts';

/**
 * What the client calls a failure that the API has no code for.
 *
 * - `NETWORK`: no answer came, or it broke off. See `cause`.
 * - `TIMEOUT`: no answer came in time.
 * - `ABORTED`: the signal of the call ended it. See `cause`.
 * - `RATE_LIMITED`: the client's own limiter would have to hold the call back for too long; nothing
 *   was sent. `retryAfter` says for how long.
 * - `UNEXPECTED_ANSWER`: an answer came that is not the API's: HTML, nothing, another shape.
 * - `NOT_ACCEPTED`: a 2xx whose body reports a failure.
 * - `NOT_SENT`: the call could not be made, or middleware of yours threw. See `cause`.
 * - `INCOMPLETE`: {@link assertComplete} found that something was left out.
 * - `LEAD_WITHOUT_ID`: a search found the lead but not its ID. See {@link upsertLead}.
 * - `PAGE_STUCK`: a list answers with another page than the one asked for.
 */
export type ClientErrorCode =
  | 'NETWORK'
  | 'TIMEOUT'
  | 'ABORTED'
  | 'RATE_LIMITED'
  | 'UNEXPECTED_ANSWER'
  | 'NOT_ACCEPTED'
  | 'NOT_SENT'
  | 'INCOMPLETE'
  | 'LEAD_WITHOUT_ID'
  | 'PAGE_STUCK';

/** Every code known today. The API may send others. */
export type TelecrmErrorCode = ApiErrorCode | ClientErrorCode;

/** One field of the request that was refused. */
export interface ErrorDetail {
  field: string;
  message: string;
}

/** What is known of a failure. */
export interface Failure {
  /** The API's code, or one of the client's own where the API gave none. */
  readonly code: TelecrmErrorCode | (string & {});
  /** The HTTP status, when an answer came. */
  readonly status?: number | undefined;
  /** Field by field, where the API says so. */
  readonly details?: readonly ErrorDetail[] | undefined;
  /** The operation that failed. */
  readonly operationId?: string | undefined;
  /** Whether the spec lists this status and code for this operation. */
  readonly documented?: boolean | undefined;
  /** The `x-request-id` of the answer, if it has one. */
  readonly requestId?: string | null | undefined;
  /** How many seconds to wait before the call can succeed, when that is known. */
  readonly retryAfter?: number | undefined;
  /**
   * Whether the call may have been carried out all the same: the connection broke after the
   * request had left, a server failed on the way, an answer could not be read. Repeating a call
   * that appends is then a risk.
   */
  readonly mayHaveHappened?: boolean | undefined;
  /** What the answer held: JSON, or the text of it. Not enumerable, to keep it out of logs. */
  readonly body?: unknown;
  /** The answer itself, its body read already. Not enumerable, to keep it out of logs. */
  readonly response?: Response | undefined;
  /** What caused it, when it was not an answer. */
  cause?: unknown;
}

/**
 * Why a call failed. Every method rejects with this and with nothing else; `telecrm.try` resolves
 * with it. It never holds the token, and `JSON.stringify` gives what is worth storing.
 *
 * @example
 * ```ts
 * import { createSyncClient, isTelecrmError } from '@telecrm/client';
 *
 * const telecrm = createSyncClient();
 * try {
 *   await telecrm.getLead({ leadId: '603d2b2f9b1e8a001c8e4f5c' });
 * } catch (error) {
 *   if (!isTelecrmError(error)) throw error;
 *   console.error(error.operationId, error.status, error.code, error.message, error.retryAfter);
 * }
 * ```
 */
export class TelecrmError extends Error implements Failure {
  override readonly name: string = 'TelecrmError';
  declare readonly code: Failure['code'];
  declare readonly status: Failure['status'];
  declare readonly details: Failure['details'];
  declare readonly operationId: Failure['operationId'];
  declare readonly documented: Failure['documented'];
  declare readonly requestId: Failure['requestId'];
  declare readonly retryAfter: Failure['retryAfter'];
  declare readonly mayHaveHappened: Failure['mayHaveHappened'];
  declare readonly body: Failure['body'];
  declare readonly response: Failure['response'];

  constructor(message: string, failure: Failure) {
    // Takes the cause, if there is one.
    super(message, failure);
    Object.assign(this, failure);
    const hidden = { enumerable: false };
    Object.defineProperties(this, {
      // For JSON.stringify, which would pass over it.
      message: { enumerable: true },
      body: hidden,
      response: hidden,
    });
  }
}

/** What {@link isTelecrmError} makes of an error of one operation. */
export type TelecrmErrorOf<Id extends keyof DocumentedErrors> = TelecrmError & {
  readonly operationId: Id;
} & Readonly<DocumentedErrors[Id]>;

/**
 * Whether something is a {@link TelecrmError}: any, one with this code, or one that this operation
 * documents. The last narrows `status` and `code` together, so a `switch` over them is checked.
 *
 * @example
 * ```ts
 * import { createSyncClient, isTelecrmError } from '@telecrm/client';
 *
 * const telecrm = createSyncClient();
 * try {
 *   await telecrm.createLead({ body: { fields: { phone: '919999999999' } } });
 * } catch (error) {
 *   if (isTelecrmError(error, 'LEAD_ALREADY_EXISTS')) console.log('known already');
 *   else if (isTelecrmError(error, { operation: 'createLead' })) console.log(error.status);
 *   else throw error;
 * }
 * ```
 */
export function isTelecrmError(error: unknown): error is TelecrmError;
export function isTelecrmError<Code extends TelecrmErrorCode | (string & {})>(
  error: unknown,
  code: Code,
): error is TelecrmError & { readonly code: Code };
export function isTelecrmError<Id extends keyof DocumentedErrors>(
  error: unknown,
  of: { operation: Id },
): error is TelecrmErrorOf<Id>;
export function isTelecrmError(
  error: unknown,
  of?: string | { operation: keyof DocumentedErrors },
): boolean {
  if (!(error instanceof TelecrmError)) return false;
  if (typeof of !== 'object') return !of || error.code === of;
  return error.operationId === of.operation && !!error.documented;
}
