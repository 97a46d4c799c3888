import { hasType, isNode } from '../../document/document.ts';
import {
  eachOperation,
  type Operation,
  parameters,
  successSchemas,
} from '../../document/operation.ts';
import { schemasAt } from '../../document/schema-keys.ts';
import type { Context, RuleFactory } from '../../redocly/redocly.ts';

const KEY = 'x-pagination';

/** The names in `x-pagination` exist: query parameters with bounds, and keys of the response. */
export const paginationFits: RuleFactory = () =>
  eachOperation((operation, context) => {
    const paging = isNode(operation.node) ? operation.node[KEY] : undefined;
    if (!isNode(paging)) return;
    for (const role of ['skip', 'limit', 'when']) {
      checkParameter(role, paging[role], operation, context);
    }
    for (const role of ['items', 'total']) checkKey(role, paging[role], operation, context);
  });

function checkParameter(role: string, name: unknown, operation: Operation, context: Context) {
  if (typeof name !== 'string') return;
  const location = operation.location.child([KEY, role]);
  const known = parameters(operation, 'query', context);
  const schema = known.find((parameter) => parameter.name === name)?.schema.node;
  if (!isNode(schema)) {
    const names = known.map((parameter) => parameter.name).join(', ') || 'none';
    const message = `${operation.id} has no query parameter \`${name}\`; it has ${names}.`;
    context.report({ message, location });
  } else if (role === 'limit' && !('minimum' in schema && 'maximum' in schema)) {
    const message = `Give the parameter \`${name}\` a \`minimum\` and a \`maximum\`: callers page by them.`;
    context.report({ message, location });
  }
}

function checkKey(role: string, key: unknown, operation: Operation, context: Context) {
  if (typeof key !== 'string') return;
  const location = operation.location.child([KEY, role]);
  for (const [status, schema] of successSchemas(operation, context)) {
    const found = schemasAt(schema, [key], context);
    const isArray = found.some(({ node }) => isNode(node) && hasType(node, 'array'));
    if (found.length === 0) {
      const message = `The schema of the ${status} has no key \`${key}\`.`;
      context.report({ message, location });
    } else if (role === 'items' && !isArray) {
      context.report({ message: `\`${key}\` of the ${status} is not an array.`, location });
    }
  }
}
