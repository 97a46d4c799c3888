import { responseError, unexpected } from '../errors/response-error.ts';
import { describeBody, keyOf, parseBody } from '../request/body.ts';
import type { Operation } from '../request/operation.ts';
import type { ApiResponse } from '../request/send.ts';

/**
 * The body of a 2xx of the Sync API: a JSON object that proves what was done. Anything else is an
 * error, the envelope of one included.
 */
export function readSyncAnswer(api: ApiResponse, operation: Operation): object {
  const body = parseBody(api.text);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw responseError(api, operation, unexpected(api.response, describeBody(api.text)));
  }
  if (keyOf(body, 'error')) {
    throw responseError(api, operation, unexpected(api.response, 'an error in its body'));
  }
  const { required, paging } = operation;
  if (required.length > 0 && required.every((key) => keyOf(body, key) === undefined)) {
    const what = `JSON without ${required.join(', ')}`;
    throw responseError(api, operation, unexpected(api.response, what));
  }
  const items = paging && keyOf(body, paging.items);
  if (paging && items !== undefined && !Array.isArray(items)) {
    const what = `JSON whose ${paging.items} is no list`;
    throw responseError(api, operation, unexpected(api.response, what));
  }
  return body;
}
