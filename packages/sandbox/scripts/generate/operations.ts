import type { Operation } from '@telecrm/spec/model';
import { forMessages } from './schemas.ts';
import { responseName } from './validators.ts';

/**
 * What the sandbox knows of each operation at run time, as plain data: the documents themselves would be most of a
 * browser's bundle. Of successful responses only the Async API's is answered from its example.
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
