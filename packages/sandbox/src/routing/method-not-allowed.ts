import { type ApiResponse, errorResponse } from '../http/api-response.ts';

/** The response to a method that a path does not support. A response to `OPTIONS` lists the supported ones. */
export function methodNotAllowed(method: string, methods: readonly string[]): ApiResponse {
  const allow = methods.flatMap((one) => (one === 'GET' ? ['GET', 'HEAD'] : [one]));
  const headers = { allow: allow.join(', ') };
  if (method === 'OPTIONS') return { status: 204, headers };
  const message = `This path does not support that method: use ${methods.join(' or ')}.`;
  return errorResponse(405, 'METHOD_NOT_ALLOWED', message, headers);
}
