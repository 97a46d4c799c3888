import type { Context, Location } from '../redocly/redocly.ts';

/** A parsed JSON object. */
export type Node = Readonly<Record<string, unknown>>;

/** A value of the description, with its file and pointer. */
export interface Place {
  readonly node: unknown;
  readonly location: Location;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isRef(value: unknown): value is Node & { readonly $ref: string } {
  return isNode(value) && typeof value.$ref === 'string';
}

/** Whether a schema allows values of this type. */
export function hasType(schema: Node, type: string): boolean {
  return [schema.type].flat().includes(type);
}

/** Whether the value is a string that is not blank. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

export function entries(value: unknown): [string, unknown][] {
  return isNode(value) ? Object.entries(value) : [];
}

/** The location itself or, for a reference, its target. */
export function follow(place: Place, { resolve }: Context): Place {
  if (!isRef(place.node)) return place;
  const { node, location } = resolve(place.node, place.location.source.absoluteRef);
  return { node, location: location ?? place.location };
}

/** The location at the end of these keys. Follows references on the way. */
export function within(start: Place, context: Context, ...keys: (string | number)[]): Place {
  let place = follow(start, context);
  for (const key of keys) {
    const { node } = place;
    const inner = Array.isArray(node) ? node[Number(key)] : isNode(node) ? node[key] : undefined;
    place = follow({ node: inner, location: place.location.child([key]) }, context);
  }
  return place;
}

/** The members of a map or list, with references followed. */
export function members(start: Place, context: Context): [string, Place][] {
  const { node } = follow(start, context);
  const keys = Array.isArray(node) ? [...node.keys()] : isNode(node) ? Object.keys(node) : [];
  return keys.map((key) => [String(key), within(start, context, key)]);
}

/** The value of a key, with references kept. */
export function writtenAt({ node, location }: Place, key: string): Place {
  return { node: isNode(node) ? node[key] : undefined, location: location.child([key]) };
}

/** The members of a map or list, with references kept. */
export function writtenIn({ node, location }: Place): Place[] {
  const members = isNode(node) || Array.isArray(node) ? Object.entries(node) : [];
  return members.map(([key, value]) => ({ node: value, location: location.child([key]) }));
}
