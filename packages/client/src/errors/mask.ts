/** Replaces a secret in a text. */
export type Mask = (text: string) => string;

export const noMask: Mask = (text) => text;

/** The maximum depth of a masked value. */
const maxDepth = 64;

/** Creates a mask for a token, plain or URL-encoded. It does not match inside a longer word. */
export function createMask(token: string): Mask {
  let pattern: RegExp | undefined;
  return (text) => {
    // Most calls succeed and need no mask.
    pattern ??= wholeToken(token);
    return text.replace(pattern, '[token]');
  };
}

/** Copies a JSON value and masks all strings in it, including keys. */
export function maskValue(value: unknown, mask: Mask, depth = 0): unknown {
  if (typeof value === 'string') return mask(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= maxDepth) return '[nested too deeply]';
  if (Array.isArray(value)) return value.map((item) => maskValue(item, mask, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [mask(key), maskValue(item, mask, depth + 1)]),
  );
}

function wholeToken(token: string): RegExp {
  const forms = [token, encodeURIComponent(token)].map(escapeForRegExp);
  return new RegExp(`(?<![\\w-])(?:${forms.join('|')})(?![\\w-])`, 'g');
}

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
