import { responseError, unexpected } from '../errors/response-error.ts';
import { describeBody, isObject, keyOf, parseBody } from '../request/body.ts';
import type { Operation } from '../request/operation.ts';
import type { ApiResponse } from '../send/send.ts';

/**
 * Reads the body of a 2xx of the Sync API: a JSON object with the required keys. Anything else is an error, including an
 * error envelope.
 */
export function readSyncResponse(api: ApiResponse, operation: Operation): object {
  const body = parseBody(api.text);
  const problem = problemOf(body, api.text, operation);
  if (isObject(body) && !problem) return body;
  throw responseError(api, operation, unexpected(api.response, problem));
}

/** Describes a body that is not one of the API; empty if it is. */
function problemOf(body: unknown, text: string, { required, paging }: Operation): string {
  if (!isObject(body)) return describeBody(text);
  if (keyOf(body, 'error')) return 'an error in its body';
  if (required && !required.some((key) => key in body)) {
    return `JSON without ${required.join(', ')}`;
  }
  const items = paging && keyOf(body, paging.items);
  return items === undefined || Array.isArray(items)
    ? ''
    : `JSON whose ${paging?.items} is not a list`;
}
