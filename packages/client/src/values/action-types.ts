import { isObject } from '../request/body.ts';

/** Converts the type of an action to the form that one API accepts. */
type Rewrite = (type: string) => string;

/** Converts a body for the Sync API: the type of a custom action becomes its bare code, `1001`. */
export function withBareTypes(body: unknown): unknown {
  return rewriteTypes(body, bareType);
}

/** Converts a body for the Async API: the type of a custom action becomes its code with the prefix, `ACTION_1001`. */
export function withPrefixedTypes(body: unknown): unknown {
  return rewriteTypes(body, (type) => (/^\d+$/.test(type) ? `ACTION_${type}` : type));
}

/** The type of an action without the prefix that custom actions have on Async and in some responses. */
export function bareType(type: string): string {
  return type.replace(/^ACTION_(?=\d+$)/, '');
}

/**
 * Rewrites all types of actions in a body of either API: `type`, the types of `actions`, and those of
 * an action filter, which can have several.
 */
function rewriteTypes(body: unknown, rewrite: Rewrite): unknown {
  if (!isObject(body)) return body;
  const { type, actions } = body;
  const copy = { ...body };
  if ('type' in body) copy.type = rewriteType(type, rewrite);
  if ('actions' in body) {
    copy.actions = Array.isArray(actions)
      ? actions.map((action: unknown) => rewriteTypes(action, rewrite))
      : rewriteTypes(actions, rewrite);
  }
  return copy;
}

function rewriteType(type: unknown, rewrite: Rewrite): unknown {
  if (Array.isArray(type)) return type.map((one: unknown) => rewriteType(one, rewrite));
  return typeof type === 'string' ? rewrite(type) : type;
}
