import type { Api, Operation } from './api.ts';

/** A request that a sample makes: one for each named example of the body, or one where there is none. */
export type SampleRequest = {
  name: string;
  summary: string;
  method: string;
  /** The whole address in the sandbox. */
  url: string;
  headers: Record<string, string>;
  /** Path and query parameters by name, without the enterprise ID. */
  parameters: Record<string, unknown>;
  body: unknown;
};

/** The requests that an operation's samples make. */
export function requestsOf(api: Api, operation: Operation): SampleRequest[] {
  const examples = operation.body?.examples ?? [
    { name: 'request', summary: operation.summary, value: undefined },
  ];
  return examples.map(({ name, summary = name, value }) => {
    const parameters = parametersOf(operation, name);
    return {
      name,
      summary,
      method: operation.method,
      url: addressOf(api, operation, parameters),
      headers: {
        Authorization: `Bearer ${api.sandboxToken}`,
        ...(value !== undefined && { 'Content-Type': 'application/json' }),
      },
      parameters,
      body: value,
    };
  });
}

/** What must be sent, and what may be sent and says more than its default does. */
function parametersOf({ parameters }: Operation, name: string): Record<string, unknown> {
  const told = parameters
    .filter(({ name }) => name !== 'enterpriseId')
    .filter(
      ({ required, example, schema }) =>
        required || (example !== undefined && example !== schema?.default),
    );
  return Object.fromEntries(told.map((it) => [it.name, it.examples[name] ?? it.example]));
}

function addressOf(api: Api, operation: Operation, values: Record<string, unknown>): string {
  // The example of the enterprise ID is that of the sandbox.
  const { example: enterpriseId } =
    operation.parameters.find(({ name }) => name === 'enterpriseId') ?? {};
  const inPath: Record<string, unknown> = { enterpriseId, ...values };
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(inPath[name])),
  );
  const query = operation.parameters
    .filter((parameter) => parameter.in === 'query' && parameter.name in values)
    .map(({ name }) => `${name}=${encodeURIComponent(String(values[name]))}`);
  return api.sandbox + path + (query.length > 0 ? `?${query.join('&')}` : '');
}
