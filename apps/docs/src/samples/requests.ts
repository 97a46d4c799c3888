import type { ApiModel, NamedExample, Operation } from '@telecrm/spec/model';

/** A sample request. An operation has one for each named example of its body, or one without a body. */
export interface SampleRequest {
  name: string;
  summary: string;
  method: string;
  /** The base URL of the sandbox. */
  baseUrl: string;
  /** The path and the query after the base URL. */
  path: string;
  headers: Record<string, string>;
  /** Path and query parameters by name, without the enterprise ID. */
  parameters: Record<string, unknown>;
  body: unknown;
}

/** The sample requests of an operation. */
export function requestsOf(api: ApiModel, operation: Operation): SampleRequest[] {
  const examples: readonly Pick<NamedExample, 'name' | 'summary' | 'value'>[] = operation
    .requestBody?.examples ?? [{ name: 'request', summary: operation.summary, value: undefined }];
  return smallestFirst(examples).map(({ name, summary, value }) => {
    const parameters = parametersFor(operation, name);
    return {
      name,
      summary,
      method: operation.method,
      baseUrl: api.servers.sandbox,
      path: pathOf(api, operation, parameters),
      headers: {
        Authorization: `Bearer ${api.sandboxToken}`,
        ...(value !== undefined && { 'Content-Type': 'application/json' }),
      },
      parameters,
      body: value,
    };
  });
}

/** The examples, beginning with the smallest one that is not empty. */
function smallestFirst<Example extends { value: unknown }>(
  examples: readonly Example[],
): Example[] {
  const size = ({ value }: Example) => JSON.stringify(value ?? '').length;
  const [smallest] = examples
    .filter((it) => size(it) > '{}'.length)
    .toSorted((one, other) => size(one) - size(other));
  return smallest ? [smallest, ...examples.filter((it) => it !== smallest)] : [...examples];
}

/** The required parameters, and the optional ones whose example differs from the default. */
function parametersFor({ parameters }: Operation, name: string): Record<string, unknown> {
  const shown = parameters
    .filter((parameter) => parameter.name !== 'enterpriseId')
    .filter(
      ({ required, example, schema }) =>
        required || (example !== undefined && example !== schema.default),
    );
  return Object.fromEntries(shown.map((it) => [it.name, it.examples[name] ?? it.example]));
}

function pathOf(api: ApiModel, operation: Operation, values: Record<string, unknown>): string {
  const inPath: Record<string, unknown> = { enterpriseId: api.sandboxEnterpriseId, ...values };
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(inPath[name])),
  );
  const query = operation.parameters
    .filter((parameter) => parameter.in === 'query' && parameter.name in values)
    .map(({ name }) => `${name}=${encodeURIComponent(String(values[name]))}`);
  return path + (query.length > 0 ? `?${query.join('&')}` : '');
}
