import type { ApiErrorCode, DocumentedErrors } from '../generated/errors.ts';
import { isObject } from '../request/body.ts';

/**
 * The codes of failures for which the API has no code.
 *
 * - `NETWORK`: there was no response, or it was incomplete. See `cause`.
 * - `TIMEOUT`: there was no response in time.
 * - `ABORTED`: the signal of the call aborted it. See `cause`.
 * - `RATE_LIMITED`: the client's own rate limiter would have to delay the call for too long; nothing
 *   was sent. `retryAfterSeconds` is the length of the delay.
 * - `UNEXPECTED_ANSWER`: the response is not from the API: HTML, an empty body, a redirect, another form.
 * - `NOT_ACCEPTED`: a 2xx whose body reports a failure.
 * - `NOT_SENT`: the request could not be created. See `cause`.
 * - `WOULD_BE_DROPPED`: the option `check` found values that telecrm would drop; nothing was sent.
 * - `INCOMPLETE`: {@link assertComplete} found values that were not stored.
 * - `LEAD_NOT_IDENTIFIED`: a search does not identify the lead. See {@link upsertLead}.
 * - `PAGE_STUCK`: a list returned a different page from the one requested.
 */
export type ClientErrorCode =
  | 'NETWORK'
  | 'TIMEOUT'
  | 'ABORTED'
  | 'RATE_LIMITED'
  | 'UNEXPECTED_ANSWER'
  | 'NOT_ACCEPTED'
  | 'NOT_SENT'
  | 'WOULD_BE_DROPPED'
  | 'INCOMPLETE'
  | 'LEAD_NOT_IDENTIFIED'
  | 'PAGE_STUCK';

/** Every known code. The API may send others. */
export type TelecrmErrorCode = ApiErrorCode | ClientErrorCode;

/** A field of the request that was rejected. */
export interface ErrorDetail {
  field: string;
  message: string;
}

/** The properties of a failure. */
export interface Failure {
  /** The code of the API, or one of the client's codes if the API sent none. */
  readonly code: TelecrmErrorCode | (string & {});
  /** The origin of the code: `api` if telecrm sent or documents it, `client` for a {@link ClientErrorCode}. */
  readonly origin: 'api' | 'client';
  /** The HTTP status, if there was a response. */
  readonly status?: number | undefined;
  /** The invalid fields, if the API lists them. */
  readonly details?: readonly ErrorDetail[] | undefined;
  /** The operation that failed. */
  readonly operationId?: string | undefined;
  /** Whether the spec lists this status and code for this operation. */
  readonly documented?: boolean | undefined;
  /** The `x-request-id` of the response, if it has one. */
  readonly requestId?: string | null | undefined;
  /** The number of seconds after which the call can succeed, if known. */
  readonly retryAfterSeconds?: number | undefined;
  /**
   * Whether the call may have been carried out despite the failure: the connection was lost after the
   * request had been sent, a server in between failed, or the response could not be read. Repeating a
   * call that appends could then append twice. Always `false` for a call that changes nothing.
   */
  readonly mayHaveHappened?: boolean | undefined;
  /** The body of the response: parsed JSON or text. Not enumerable, to keep it out of logs. */
  readonly body?: unknown;
  /** The headers of the response. Not enumerable, to keep them out of logs. */
  readonly headers?: Headers | undefined;
  /** The cause, if there was no response. */
  readonly cause?: unknown;
}

/** Marks errors of this class also for other copies of this package in the same program. */
const brand = Symbol.for('@telecrm/client/TelecrmError');

/**
 * The error of a failed call. Methods reject only with this error; those of `telecrm.try` resolve
 * with it. It never contains the token, and `JSON.stringify` returns the properties to store.
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
 *   console.error(error.operationId, error.status, error.code, error.message);
 * }
 * ```
 */
export class TelecrmError extends Error implements Failure {
  override readonly name: string = 'TelecrmError';
  declare readonly code: Failure['code'];
  declare readonly origin: Failure['origin'];
  declare readonly status: Failure['status'];
  declare readonly details: Failure['details'];
  declare readonly operationId: Failure['operationId'];
  declare readonly documented: Failure['documented'];
  declare readonly requestId: Failure['requestId'];
  declare readonly retryAfterSeconds: Failure['retryAfterSeconds'];
  readonly mayHaveHappened: boolean = false;
  declare readonly body: Failure['body'];
  declare readonly headers: Failure['headers'];

  constructor(message: string, { cause, body, headers, ...failure }: Failure) {
    super(message, cause === undefined ? undefined : { cause });
    Object.assign(this, failure);
    // Not enumerable: they can contain what was sent.
    Object.defineProperties(this, { body: { value: body }, headers: { value: headers } });
  }

  get [brand](): true {
    return true;
  }

  /** The properties to store: all except the body, the headers and the cause. */
  toJSON(): object {
    return Object.assign({ message: this.message }, this);
  }
}

/** An error of one operation, narrowed by {@link isTelecrmError}. */
export type TelecrmErrorOf<Id extends keyof DocumentedErrors> = TelecrmError & {
  readonly operationId: Id;
} & Readonly<DocumentedErrors[Id]>;

/**
 * Whether a value is a {@link TelecrmError}: any, one with this code, or one that this operation
 * documents. With an operation, `status` and `code` are narrowed together, so the compiler checks a
 * `switch` over them.
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
  if (!isBranded(error)) return false;
  if (!isObject(of)) return of === undefined || error.code === of;
  return error.operationId === of.operation && error.documented === true;
}

function isBranded(error: unknown): error is TelecrmError {
  return typeof error === 'object' && error !== null && brand in error;
}
