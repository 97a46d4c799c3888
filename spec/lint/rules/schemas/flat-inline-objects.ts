import {
  hasType,
  isNode,
  isRef,
  type Place,
  writtenAt,
  writtenIn,
} from '../../document/document.ts';
import type { Context, RuleFactory } from '../../redocly/redocly.ts';

/** Keywords whose schemas describe the same value. */
const SAME_VALUE = ['allOf', 'oneOf', 'anyOf'];
/** Keywords whose schemas describe a nested value: one schema, or a map or list of schemas. */
const INNER_VALUE = ['items', 'additionalProperties', 'contains'];
const INNER_VALUES = ['properties', 'patternProperties', 'prefixItems'];

/** Inline objects are nested at most once. Deeper ones must be components. */
export const flatInlineObjects: RuleFactory = () => {
  const seen = new Set<unknown>();
  const start = (place: Place, context: Context) => {
    if (isRef(place.node) || seen.has(place.node)) return;
    seen.add(place.node);
    descend(place, 0, context);
  };
  const holder = {
    enter(node: unknown, context: Context) {
      if (!isNode(node)) return;
      start({ node: node.schema, location: context.location.child(['schema']) }, context);
    },
  };
  return {
    MediaType: holder,
    Parameter: holder,
    Header: holder,
    ref: {
      enter(_ref, context, { node, location }) {
        if (context.type.name === 'Schema' && location) start({ node, location }, context);
      },
    },
  };
};

/** `depth` is the number of inline objects around this schema. */
function descend(place: Place, depth: number, context: Context) {
  const { node } = place;
  if (!isNode(node) || isRef(node)) return;
  const isObject = 'properties' in node || hasType(node, 'object');
  if (isObject && depth > 1) {
    const message =
      'Nested inline object: move it to a file in components/schemas/ and refer to it.';
    context.report({ message, location: place.location });
    return;
  }
  const inside = isObject ? depth + 1 : depth;
  for (const keyword of SAME_VALUE) {
    for (const branch of writtenIn(writtenAt(place, keyword))) descend(branch, depth, context);
  }
  for (const keyword of INNER_VALUE) descend(writtenAt(place, keyword), inside, context);
  for (const keyword of INNER_VALUES) {
    for (const value of writtenIn(writtenAt(place, keyword))) descend(value, inside, context);
  }
}
