import { operations } from '../generated/operations.ts';
import { type ApiResponse, errorResponse } from '../http/api-response.ts';
import { exampleOfCode, exampleOfStatus } from '../operations/error-example.ts';
import type { Operation } from '../operations/operation.ts';

/** The response to a token that is not valid for this API. */
export function unauthorized(operation: Operation<string>): ApiResponse {
  const example = exampleOfStatus(operation, 401);
  if (example) return { status: 401, body: example.value };
  return errorResponse(401, 'NOT_AUTHORIZED', 'Invalid or missing access token.');
}

/** The response when the rate limit is exceeded. */
export function tooManyRequests(operation: Operation, retryAfterSeconds: number): ApiResponse {
  const headers = { 'retry-after': String(retryAfterSeconds) };
  const example = exampleOfStatus(operation, 429);
  if (example) return { status: 429, body: example.value, headers };
  return errorResponse(429, 'TOO_MANY_REQUESTS', 'Rate limit exceeded.', headers);
}

/** The response to an enterprise ID that does not belong to the token. Only some operations document it. */
export function enterpriseNotFound(operation: Operation, enterpriseId: string): ApiResponse {
  const code = 'ENTERPRISE_NOT_FOUND';
  const status = [operation, ...operations]
    .map((candidate) => exampleOfCode(candidate, code)?.status)
    .find((found) => found !== undefined);
  const message = `The enterprise with ID ${enterpriseId} was not found.`;
  return errorResponse(Number(status ?? 404), code, message);
}

/** The response to an unknown enterprise ID that one program has observed. */
export function unknownEnterprise(enterpriseId: string): ApiResponse {
  const message = `Enterprise with id "${enterpriseId}" not found or invalid access token.`;
  return errorResponse(401, 'NOT_AUTHORIZED', message);
}

/** The documented response of an operation with a status, for a fault. */
export function documentedError(operation: Operation, status: number): ApiResponse {
  const example = exampleOfStatus(operation, status);
  if (example) return { status, body: example.value };
  return errorResponse(status, 'FAULT', 'This response was requested as a fault.');
}
