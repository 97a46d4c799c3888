import type { Context } from '../redocly/redocly.ts';
import { follow, isNode, members, type Place, within } from './document.ts';

/**
 * The locations where a schema describes a key path such as `['actions', 'type']`. Looks into all branches of a
 * composition; array items need no key.
 */
export function schemasAt(schema: Place, keys: readonly string[], context: Context): Place[] {
  let places = [follow(schema, context)].filter(({ node }) => isNode(node));
  for (const key of keys) {
    places = places
      .flatMap((place) => branches(place, context))
      .map((branch) => within(branch, context, 'properties', key))
      .filter(({ node }) => node !== undefined);
  }
  return places;
}

/** Whether a schema rejects keys that it does not list. */
export function isClosed(schema: Place, context: Context): boolean {
  return branches(schema, context).some(
    ({ node }) => isNode(node) && node.additionalProperties === false,
  );
}

/** The schema, its branches and the items of its arrays, recursively: all that can describe the next key. */
function branches(schema: Place, context: Context, seen = new Set<unknown>()): Place[] {
  const place = follow(schema, context);
  if (!isNode(place.node) || seen.has(place.node)) return [];
  seen.add(place.node);
  const composed = ['allOf', 'oneOf', 'anyOf'].flatMap((keyword) =>
    members(within(place, context, keyword), context).map(([, branch]) => branch),
  );
  const inner = ['then', 'else', 'items'].map((keyword) => within(place, context, keyword));
  const all = [...composed, ...inner];
  return [place, ...all.flatMap((branch) => branches(branch, context, seen))];
}
