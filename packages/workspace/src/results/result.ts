import type { errorCodes } from '../generated/spec-values.ts';
import type { Remark } from './dropped-value.ts';

/** Codes of errors that are found before a request reaches its workspace. */
type HttpErrorCode = 'ENTERPRISE_NOT_FOUND' | 'NOT_AUTHORIZED' | 'TOO_MANY_REQUESTS';

/** The codes of the errors that an operation can return. The spec gives the HTTP status of each. */
export type OperationErrorCode = Exclude<(typeof errorCodes)[number], HttpErrorCode>;

/** One invalid field of a rejected request. */
export interface OperationErrorDetail {
  field: string;
  message: string;
}

/** The error of an operation that rejected its request as a whole: nothing was stored. */
export interface OperationError {
  ok: false;
  code: OperationErrorCode;
  message: string;
  details?: readonly OperationErrorDetail[];
}

/** The success of an operation. */
export interface OperationSuccess<T> {
  ok: true;
  /** The body of the response. */
  data: T;
  /**
   * The dropped parts of the request, each with the reason and the fix. Some responses cannot contain them, so
   * without this list they would be lost silently.
   */
  dropped?: readonly Remark[];
}

/** The result of an operation: the body of its success response, or an error. */
export type Result<T> = OperationSuccess<T> | OperationError;

export function success<T>(data: T, dropped: readonly Remark[] = []): OperationSuccess<T> {
  return { ok: true, data, ...(dropped.length > 0 && { dropped }) };
}

export function operationError(
  code: OperationErrorCode,
  message: string,
  details?: readonly OperationErrorDetail[],
): OperationError {
  return { ok: false, code, message, ...(details && { details }) };
}
