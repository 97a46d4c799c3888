/** The properties that are read from a thrown value. */
interface Thrown {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly stack?: unknown;
  readonly cause?: unknown;
}

/** The maximum depth of nested causes in a message. */
const maxDepth = 5;

/** Describes a thrown value. The message of `fetch` itself says little; that of its cause says more. */
export function describeCause(thrown: unknown, depth = 0): string {
  if (typeof thrown !== 'object' || thrown === null) return String(thrown);
  const { message, code, cause }: Thrown = thrown;
  const text = typeof message === 'string' ? message : '';
  const parts = typeof code === 'string' && !text.includes(code) ? [text, code] : [text];
  if (cause !== undefined && depth < maxDepth) parts.push(`(${describeCause(cause, depth + 1)})`);
  return parts.filter(Boolean).join(' ');
}

/**
 * Copies a thrown value with only its name, message, code and stack, all of them masked: network errors
 * can contain what was sent or received.
 */
export function safeCause(thrown: unknown, mask: (text: string) => string, depth = 0): unknown {
  if (typeof thrown !== 'object' || thrown === null) return mask(String(thrown));
  const { name, message, code, stack, cause }: Thrown = thrown;
  const nested =
    cause !== undefined && depth < maxDepth
      ? { cause: safeCause(cause, mask, depth + 1) }
      : undefined;
  const copy = new Error(mask(String(message ?? '')), nested);
  if (typeof name === 'string') copy.name = mask(name);
  if (typeof stack === 'string') copy.stack = mask(stack);
  return typeof code === 'string' ? Object.assign(copy, { code: mask(code) }) : copy;
}
