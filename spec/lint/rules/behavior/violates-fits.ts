import { isNode, members, type Place, within } from '../../document/document.ts';
import {
  eachOperation,
  type Operation,
  parameters,
  requestSchema,
} from '../../document/operation.ts';
import { isClosed, schemasAt } from '../../document/schema-keys.ts';
import type { Context, RuleFactory } from '../../redocly/redocly.ts';

const KEY = 'x-violates';

/** The locations in `x-violates` exist in every operation that has the example, and only 4xx responses have them. */
export const violatesFits: RuleFactory = () =>
  eachOperation((operation, context) => {
    const responses = members(within(operation, context, 'responses'), context);
    const request = within(operation, context, 'requestBody');
    for (const [where, body] of [...responses, ['request', request] as const]) {
      for (const { node, location } of markedExamples(body, context)) {
        const at = location.child([KEY]);
        if (where.startsWith('4')) {
          checkPlaces({ node: node[KEY], location: at }, operation, context);
        } else {
          const message = `\`${KEY}\` belongs on an example of a 4xx response; this one is of the ${where}.`;
          context.report({ message, location: at.key() });
        }
      }
    }
  });

function markedExamples(body: Place, context: Context) {
  return members(within(body, context, 'content'), context)
    .flatMap(([, mediaType]) => members(within(mediaType, context, 'examples'), context))
    .flatMap(([, { node, location }]) => (isNode(node) && KEY in node ? [{ node, location }] : []));
}

function checkPlaces({ node, location }: Place, operation: Operation, context: Context) {
  for (const [index, place] of (Array.isArray(node) ? node : []).entries()) {
    if (typeof place !== 'string' || exists(place, operation, context)) continue;
    const message = `\`${place}\` does not exist on ${operation.id}: name a parameter of it, or a key of its request body.`;
    context.report({ message, location: location.child([index]) });
  }
}

function exists(place: string, operation: Operation, context: Context): boolean {
  const [kind = '', ...keys] = place.split('.');
  if (kind !== 'body') {
    return parameters(operation, kind, context).some(({ name }) => name === keys.join('.'));
  }
  const body = requestSchema(operation, context);
  if (schemasAt(body, keys, context).length > 0) return true;
  // A key that a closed object does not list is valid here: sending it is the mistake.
  return schemasAt(body, keys.slice(0, -1), context).some((parent) => isClosed(parent, context));
}
