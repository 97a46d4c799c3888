import type { ApiModel, Operation, Parameter } from '@telecrm/spec/model';
import { writeJson } from '../samples/json.ts';
import { requestsOf } from '../samples/requests.ts';

/** The data of an operation for the form of "Try it". */
export interface TryOperation {
  id: string;
  api: 'async' | 'sync';
  tag: string;
  summary: string;
  method: string;
  /** The base URL of the sandbox on the reader's machine. */
  baseUrl: string;
  /** The path template, to append to the base URL. */
  path: string;
  token: string;
  parameters: TryParameter[];
  /** At least one. */
  examples: TryExample[];
}

/** A parameter of an operation. */
export interface TryParameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  /** The values to choose from, if they are limited. */
  values: string[];
}

/** A named example of a request. */
interface TryExample {
  summary: string;
  /** The values by the names of the parameters. Other parameters are not sent. */
  parameters: Record<string, string>;
  /** The body as text, if the operation has one. */
  body?: string;
}

/** The data of all operations for "Try it". It is much smaller than the documents of the APIs. */
export function tryOperations(apis: readonly ApiModel[]): TryOperation[] {
  return apis.flatMap((api) => api.operations.map((operation) => tryOperation(api, operation)));
}

/** Adds a lead with common mistakes as the first example of the Async API. */
export function withMistakes(operations: readonly TryOperation[], body: object): TryOperation[] {
  return operations.map((operation) =>
    operation.api === 'async'
      ? {
          ...operation,
          examples: [
            { summary: 'A lead with common mistakes', parameters: {}, body: writeJson(body) },
            ...operation.examples,
          ],
        }
      : operation,
  );
}

function tryOperation(api: ApiModel, operation: Operation): TryOperation {
  const { id, tag, summary, method, path, parameters } = operation;
  const requests = requestsOf(api, operation);
  return {
    id,
    api: api.name,
    tag,
    summary,
    method,
    baseUrl: api.servers.sandbox,
    path: path.replace('{enterpriseId}', api.sandboxEnterpriseId),
    token: api.sandboxToken,
    parameters: parameters.filter(({ name }) => name !== 'enterpriseId').map(tryParameter),
    examples: requests.map((request) => ({
      summary: request.summary,
      parameters: Object.fromEntries(
        Object.entries(request.parameters).map(([name, value]) => [name, String(value)]),
      ),
      ...(request.body !== undefined && { body: writeJson(request.body) }),
    })),
  };
}

function tryParameter({ name, in: place, required, schema }: Parameter): TryParameter {
  const values = schema.type === 'boolean' ? [true, false] : (schema.enum ?? []);
  return { name, in: place, required, values: values.map(String) };
}
