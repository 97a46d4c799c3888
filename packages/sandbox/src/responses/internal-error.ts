import { type ApiResponse, errorResponse } from '../http/api-response.ts';

/** Writes one line, or a few, about a mistake of the sandbox itself. It never holds a value of a request. */
export type Log = (text: string) => void;

/** The response to a mistake of the sandbox itself. What is logged names the place and no value. */
export function internalError(error: unknown, method: string, log: Log): ApiResponse {
  const frames = String(error instanceof Error ? error.stack : '').match(/^\s+at .*$/gm) ?? [];
  const name = error instanceof Error ? error.name : typeof error;
  log([`${name} while answering a ${method}`, ...frames].join('\n'));
  return errorResponse(
    500,
    'INTERNAL_SERVER_ERROR',
    'The sandbox failed: this is its own mistake, and nothing in the request has to change.',
  );
}
