/** Turns the type of an action into the form that one API takes. */
type Rewrite = (type: string) => string;

/** A body as the Sync API takes it: the type of a custom action is its bare code, `1001`. */
export function withBareTypes(body: unknown): unknown {
  return rewriteTypes(body, bareType);
}

/** A body as the Async API takes it: the type of a custom action is its code with the prefix, `ACTION_1001`. */
export function withPrefixedTypes(body: unknown): unknown {
  return rewriteTypes(body, (type) => (/^\d+$/.test(type) ? `ACTION_${type}` : type));
}

/** The type of an action without the prefix that a custom one has on Async and in some responses. */
export function bareType(type: string): string {
  return type.replace(/^ACTION_(?=\d+$)/, '');
}

/**
 * Rewrites the types where a body of either API has them: its own, those of its `actions`, and
 * those of an action filter, which may be several.
 */
function rewriteTypes(body: unknown, rewrite: Rewrite): unknown {
  if (!isObject(body)) return body;
  const { type, actions } = body;
  return {
    ...body,
    ...('type' in body && { type: rewriteType(type, rewrite) }),
    ...('actions' in body && {
      actions: Array.isArray(actions)
        ? actions.map((action: unknown) => rewriteTypes(action, rewrite))
        : rewriteTypes(actions, rewrite),
    }),
  };
}

function rewriteType(type: unknown, rewrite: Rewrite): unknown {
  if (Array.isArray(type)) return type.map((one: unknown) => rewriteType(one, rewrite));
  return typeof type === 'string' ? rewrite(type) : type;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
