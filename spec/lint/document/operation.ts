import type { Context, Rule } from '../redocly/redocly.ts';
import { isNode, members, type Place, within } from './document.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const JSON_MEDIA_TYPE = 'application/json';

export interface Operation extends Place {
  readonly path: string;
  readonly method: string;
  readonly id: string;
  readonly pathItem: Place;
}

/** A rule that checks each operation, together with its path. */
export function eachOperation(check: (operation: Operation, context: Context) => void): Rule {
  return {
    PathItem: {
      enter(node, context) {
        const pathItem: Place = { node, location: context.location };
        for (const method of METHODS) {
          const place = within(pathItem, context, method);
          if (!isNode(place.node)) continue;
          const id = String(place.node.operationId);
          check({ ...place, path: String(context.key), method, id, pathItem }, context);
        }
      },
    },
  };
}

export interface Parameter {
  readonly name: string;
  readonly schema: Place;
}

/** The parameters of an operation of one kind (`query`, `path`), including those of its path. */
export function parameters(operation: Operation, kind: string, context: Context): Parameter[] {
  return [operation.pathItem, operation]
    .flatMap((owner) => members(within(owner, context, 'parameters'), context))
    .flatMap(([, place]) => {
      const { node } = place;
      if (!isNode(node) || node.in !== kind || typeof node.name !== 'string') return [];
      return [{ name: node.name, schema: within(place, context, 'schema') }];
    });
}

/** The JSON schema of the request body; its node is undefined if there is none. */
export function requestSchema(operation: Operation, context: Context): Place {
  return within(operation, context, 'requestBody', 'content', JSON_MEDIA_TYPE, 'schema');
}

/** The status and the JSON schema of each successful response. */
export function successSchemas(operation: Operation, context: Context): [string, Place][] {
  return members(within(operation, context, 'responses'), context)
    .filter(([status]) => status.startsWith('2'))
    .map(([status, response]) => [
      status,
      within(response, context, 'content', JSON_MEDIA_TYPE, 'schema'),
    ]);
}
