import type { ApiModel, Operation } from '@telecrm/spec/model';
import type { Operation as ClientOperation, Paging } from '../src/request/operation.ts';
import { documentedErrors } from './documented-errors.ts';
import { inputsOf, prefix } from './inputs.ts';
import { successOf } from './success.ts';

/** The source of the module with the operations of an API that the client uses at run time. */
export function operationsModule(api: ApiModel): string {
  const operations = literalPathsFirst(api.operations).map((operation) =>
    clientOperation(api, operation),
  );
  const common = commonErrors(operations);
  const rows = operations.map(({ errors, ...operation }) => {
    const own = Object.entries(errors).filter(
      ([status, codes]) => codes.join() !== common[status]?.join(),
    );
    const rest = JSON.stringify(Object.fromEntries(own)).slice(1);
    return `  ${JSON.stringify(operation).slice(0, -1)}, errors: { ...common, ${rest} },\n`;
  });
  return `// Generated from @telecrm/spec; do not edit.
import type { Operation } from '../request/operation.ts';

/** The errors of an operation that documents no others for the same status. */
const common = ${JSON.stringify(common)};

/** The operations of the ${api.title}. */
export const operations: readonly Operation[] = [
${rows.join('')}];
`;
}

/** The errors of the statuses that all operations document; if their codes differ, the most frequent ones. */
function commonErrors(operations: readonly ClientOperation[]): ClientOperation['errors'] {
  const errors = operations.flatMap((operation) => Object.entries(operation.errors));
  const byStatus = Map.groupBy(errors, ([status]) => status);
  const shared = [...byStatus].filter(([, entries]) => entries.length === operations.length);
  return Object.fromEntries(
    shared.map(([status, entries]) => [status, mostFrequent(entries.map(([, codes]) => codes))]),
  );
}

function mostFrequent(lists: readonly (readonly string[])[]): readonly string[] {
  const groups = [...Map.groupBy(lists, (codes) => codes.join()).values()];
  const [first] = groups.toSorted((one, other) => other.length - one.length);
  return first?.[0] ?? [];
}

/** If a URL could match two operations, the one with the literal path comes first. */
function literalPathsFirst(operations: readonly Operation[]): Operation[] {
  const variables = ({ path }: Operation) => path.split('{').length;
  return operations.toSorted((one, other) => variables(one) - variables(other));
}

function clientOperation(api: ApiModel, operation: Operation): ClientOperation {
  const { id, method, path, retry, pagination } = operation;
  if (!retry) throw new Error(`${id} has no x-retry`);
  const inputs = inputsOf(operation);
  const query = inputs.filter((input) => input.in === 'query').map(({ name }) => name);
  const required = requiredOf(api, operation);
  return {
    id,
    method,
    path: path.slice(prefix.length),
    ...(required.length > 0 && { required }),
    ...(query.length > 0 && { query }),
    ...(retry.repeat !== 'harmless' && { repeat: retry.repeat }),
    errors: documentedErrors(operation),
    ...(pagination && { paging: pagingOf(operation) }),
  };
}

/**
 * The keys of which a success response has at least one: of a write all required keys, because any of them shows that
 * it was carried out; of a read the list, or the first two required keys, which keeps the client small.
 */
function requiredOf(api: ApiModel, operation: Operation): readonly string[] {
  const { method, pagination } = operation;
  const { required = [] } = api.resolveSchema(successOf(operation).schema);
  if (pagination && !pagination.when) return [pagination.items];
  return method === 'GET' ? required.slice(0, 2) : required;
}

function pagingOf({ id, pagination, parameters }: Operation): Paging {
  if (!pagination) throw new Error(`${id} has no pages`);
  const limit = parameters.find(({ name }) => name === pagination.limit);
  const maximum = limit?.schema.maximum;
  if (maximum === undefined)
    throw new Error(`${id} has pages, but ${pagination.limit} has no maximum`);
  return { ...pagination, max: maximum };
}
