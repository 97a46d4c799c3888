import { type ApiResponse, errorResponse } from '../http/api-response.ts';
import { isLarge } from '../http/encode-json.ts';
import type { Operation } from '../operations/operation.ts';
import { responseProblem } from '../validation/validate-response.ts';
import type { ServerContext } from './server-context.ts';

/** A response with more parts is not validated, because that would block the event loop for long. */
const maxParts = 20_000;

/** Validates a response against the spec. A violation is added to the notes of the request. */
export function checkResponse(
  operation: Operation<string>,
  response: ApiResponse,
  notes: string[],
  { strict, log }: Pick<ServerContext, 'strict' | 'log'>,
): ApiResponse {
  if (isLarge(response.body, maxParts)) return response;
  const problem = responseProblem(operation, response.status, response.body);
  if (problem === undefined) return response;
  notes.push(problem);
  const what = `the response of ${operation.id} violates the API description: ${problem}`;
  if (strict)
    return errorResponse(500, 'ANSWER_OUTSIDE_SPEC', `This is an error of the sandbox: ${what}.`);
  log(what);
  return response;
}
