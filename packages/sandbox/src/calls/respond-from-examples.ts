import type { ApiResponse } from '../http/api-response.ts';
import { readJson } from '../http/read-json.ts';
import type { ExampleChoice } from '../prefer/example-source.ts';
import { validationError } from '../responses/validation-error.ts';
import { requestIssues } from '../validation/request-issues.ts';
import { type Call, note } from './call.ts';

/** Rejects a request that violates the spec, and responds to any other with an example of the spec. */
export async function respondFromExamples(
  call: Call,
  path: Readonly<Record<string, string>>,
  choice: ExampleChoice,
): Promise<ApiResponse> {
  const { operation, request } = call;
  const read = operation.body ? await readJson(request) : { body: undefined, size: 0 };
  if ('error' in read) return read.error;
  const { body, size } = read;
  const issues = requestIssues(operation, { path, search: request.search, body, size });
  note(call, issues);
  // A request for the example of a 400 gets that example, whether or not it is valid.
  if (issues.length > 0 && choice.status !== 400) return validationError(operation, issues);
  return choice.respond({ body });
}
