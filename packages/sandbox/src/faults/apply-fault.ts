import { pause } from '../clock/background-timer.ts';
import type { ApiResponse } from '../http/api-response.ts';
import type { Operation } from '../operations/operation.ts';
import { documentedError } from '../responses/documented-errors.ts';
import type { Fault } from './fault.ts';

/** A response, or `'cut'` to cut the connection. */
export type ResponseOrCut = ApiResponse | 'cut';

/** Applies a fault. A request that gets an error is not processed, unless `drop` is `after`. */
export async function applyFault(
  fault: Fault,
  operation: Operation,
  work: () => Promise<ApiResponse>,
  delay: (milliseconds: number) => Promise<void> = pause,
): Promise<ResponseOrCut> {
  // The timer of a delayed request does not keep a process alive.
  if (fault.delayMs) await delay(fault.delayMs);
  if (fault.drop === 'before') return 'cut';
  const fails = fault.status !== undefined && fault.status >= 400 && fault.drop === undefined;
  const response = fails ? documentedError(operation, fault.status ?? 500) : await work();
  return fault.drop === 'after' ? 'cut' : override(response, fault);
}

/** Statuses whose responses have no body in HTTP. */
const withoutBody = [204, 205, 304];

function override(response: ApiResponse, fault: Fault): ApiResponse {
  const { body, contentType, retryAfterSeconds } = fault;
  const status = fault.status ?? response.status;
  const headers = {
    ...response.headers,
    ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
  };
  if (withoutBody.includes(status)) return { status, headers };
  if (body === undefined && contentType === undefined) return { ...response, status, headers };
  const content = body === undefined ? response.body : body;
  const isText = typeof content === 'string';
  const raw = {
    text: isText ? content : (JSON.stringify(content) ?? ''),
    contentType: contentType ?? (isText ? 'text/plain; charset=utf-8' : 'application/json'),
  };
  return { status, headers, raw };
}
