import type { ApiRequest } from '../http/api-request.ts';
import { type ApiResponse, errorResponse } from '../http/api-response.ts';
import { bearerToken } from '../tokens/bearer-token.ts';

/** Authorizes a request to the control surface: `undefined` allows it, otherwise the result is the error response. */
export type Guard = (request: ApiRequest) => ApiResponse | undefined;

/**
 * If there is a token, requests must send it. Otherwise the server in front of the sandbox authorizes them.
 *
 * @example
 * ```ts
 * import { createGuard, errorResponse } from '@telecrm/sandbox/adapter';
 *
 * const guard = createGuard('control-token');
 * const request = {
 *   method: 'GET',
 *   pathname: '/_sandbox/workspaces',
 *   search: '',
 *   header: () => undefined,
 *   readBody: async () => new Uint8Array(),
 * };
 * console.log(guard(request) ?? errorResponse(404, 'NOT_FOUND', 'There is no such page.'));
 * ```
 */
export function createGuard(token: string | undefined): Guard {
  if (token === undefined) return () => undefined;
  return (request) => {
    const sent = bearerToken(request.header('authorization')) ?? '';
    if (equalInConstantTime(sent, token)) return undefined;
    const message =
      'This needs the control token: send Authorization: Bearer with the value of --control-token.';
    return errorResponse(401, 'NOT_AUTHORIZED', message);
  };
}

/** Constant time: the duration does not reveal how much of the token was correct. */
export function equalInConstantTime(sent: string, token: string): boolean {
  let difference = sent.length ^ token.length;
  for (let index = 0; index < token.length; index++) {
    difference |= sent.charCodeAt(index % (sent.length || 1)) ^ token.charCodeAt(index);
  }
  return difference === 0;
}
