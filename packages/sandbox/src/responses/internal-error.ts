import { type ApiResponse, errorResponse } from '../http/api-response.ts';
import { StorageUnavailableError } from '../storage/unavailable.ts';

/** Logs an error of the sandbox itself. The text never contains a value of a request. */
export type Log = (text: string) => void;

/**
 * The response to an error of the sandbox itself. Logs the stack trace without the message, which may contain values.
 *
 * @example
 * ```ts
 * import { internalError } from '@telecrm/sandbox/adapter';
 *
 * const response = internalError(new Error('The disk is full'), 'POST', (text) => console.error(text));
 * console.log(response.status);
 * ```
 */
export function internalError(error: unknown, method: string, log: Log): ApiResponse {
  const frames = String(error instanceof Error ? error.stack : '').match(/^\s+at .*$/gm) ?? [];
  const name = error instanceof Error ? error.name : typeof error;
  if (error instanceof StorageUnavailableError) {
    log(`${name} while answering a ${method}: ${error.message}`);
    return unavailable(error);
  }
  log([`${name} while answering a ${method}`, ...frames].join('\n'));
  return errorResponse(
    500,
    'INTERNAL_SERVER_ERROR',
    'The sandbox failed. This is an error of the sandbox: nothing in the request has to change.',
  );
}

function unavailable({ message, retryAfterSeconds }: StorageUnavailableError): ApiResponse {
  return errorResponse(
    503,
    'SERVICE_UNAVAILABLE',
    `The sandbox cannot process this request now, because ${message}: retry it after the time in Retry-After.`,
    { 'retry-after': String(retryAfterSeconds) },
  );
}
