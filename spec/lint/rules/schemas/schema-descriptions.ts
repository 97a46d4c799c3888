import { entries, isNode, isRef, isText } from '../../document/document.ts';
import type { RuleFactory } from '../../redocly/redocly.ts';

/** Every schema component and property has a description; for a reference, its target has one. */
export const schemaDescriptions: RuleFactory = () => {
  const seen = new Set<unknown>();
  return {
    ref: {
      enter(ref, { type, report }, { node, location }) {
        if (type.name !== 'Schema' || !location || seen.has(node)) return;
        seen.add(node);
        if (isNode(node) && isText(node.description)) return;
        const message = `The schema behind \`${ref.$ref}\` needs a \`description\`: what it is, in a sentence.`;
        report({ message, location });
      },
    },
    SchemaProperties: {
      enter(properties, { location, report }) {
        for (const [name, schema] of entries(properties)) {
          if (isRef(schema) || (isNode(schema) && isText(schema.description))) continue;
          const message = `The property \`${name}\` needs a \`description\`: meaning, unit, limits.`;
          report({ message, location: location.child([name]).key() });
        }
      },
    },
  };
};
