import type { Operation } from '@telecrm/spec/model';
import { forMessages } from './schemas.ts';
import { responseName } from './validators.ts';

/**
 * The data about each operation that the sandbox needs at run time: the documents themselves would account for most of
 * a browser's bundle. Only the Async API sends its successful response from an example, so only that example is
 * included.
 */
export function operationData(operation: Operation, basePath: string) {
  const { api, id, method, path, requestBody, parameters, responses, pagination } = operation;
  const success = responses.find(({ status }) => status.startsWith('2'));
  if (!success) throw new Error(`${id} documents no success`);
  return {
    api,
    id,
    method,
    path: basePath + path,
    base: basePath,
    ...(requestBody && {
      body: { required: requestBody.required, schema: forMessages(requestBody.schema) },
    }),
    queryNames: parameters.filter((one) => one.in === 'query').map(({ name }) => name),
    ...(pagination?.when && {
      optionalPaging: { when: pagination.when, names: [pagination.skip, pagination.limit] },
    }),
    success: {
      status: Number(success.status),
      ...(api === 'async' && { example: success.content?.examples[0]?.value }),
    },
    responses: Object.fromEntries(
      responses.map(({ status, content }) => [status, content ? responseName(api, content) : '']),
    ),
    errors: responses
      .filter(({ status }) => !status.startsWith('2'))
      .flatMap(({ status, content }) =>
        (content?.examples ?? []).map(({ value, violates }) => ({
          status,
          ...(violates.length > 0 && { violates }),
          value,
        })),
      ),
  };
}
