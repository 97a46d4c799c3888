import { isNode, isRef, members, type Place, within, writtenAt } from '../../document/document.ts';
import type { Context, RuleFactory } from '../../redocly/redocly.ts';

/** Every error uses the error envelope: a shared schema that requires `error` with `code` and `message`. */
export const errorEnvelope: RuleFactory = () => {
  const seen = new Set<unknown>();
  return {
    Responses: {
      enter(node, context) {
        const responses: Place = { node, location: context.location };
        for (const [status, response] of members(responses, context)) {
          if (!/^[45]/.test(status)) continue;
          for (const [, mediaType] of members(within(response, context, 'content'), context)) {
            const schema = writtenAt(mediaType, 'schema');
            if (seen.has(mediaType.node) || isEnvelope(schema, context)) continue;
            seen.add(mediaType.node);
            const message = `A ${status} must use the error envelope: make its schema a \`$ref\` to the schema Error, or to one that requires \`error\` with \`code\` and \`message\`.`;
            context.report({ message, location: schema.location });
          }
        }
      },
    },
  };
};

function isEnvelope(schema: Place, context: Context): boolean {
  const error = within(schema, context, 'properties', 'error');
  return (
    isRef(schema.node) &&
    requires(within(schema, context), ['error']) &&
    requires(error, ['code', 'message'])
  );
}

function requires({ node }: Place, keys: readonly string[]): boolean {
  const required = isNode(node) && Array.isArray(node.required) ? node.required : [];
  return keys.every((key) => required.includes(key));
}
