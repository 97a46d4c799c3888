import type { ApiRequest } from '../http/api-request.ts';
import { type ApiResponse, errorResponse } from '../http/api-response.ts';
import { bearerToken } from '../tokens/bearer-token.ts';

/** Checks access to the control surface: `undefined` allows a request, anything else is the response. */
export type Guard = (request: ApiRequest) => ApiResponse | undefined;

/** With a token, requests that send it are allowed. Without one, the server in front decides. */
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

/** The duration does not reveal how much of the token was correct. */
export function equalInConstantTime(sent: string, token: string): boolean {
  let difference = sent.length ^ token.length;
  for (let index = 0; index < token.length; index++) {
    difference |= sent.charCodeAt(index % (sent.length || 1)) ^ token.charCodeAt(index);
  }
  return difference === 0;
}
