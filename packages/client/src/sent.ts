const bodies = new WeakMap<object, unknown>();

/** Remembers with which body a result was got. */
export function remember(result: object, body: unknown): void {
  bodies.set(result, body);
}

/** The body that a result was got with, when it is the very object that a method resolved with. */
export function sentFor(result: object): unknown {
  return bodies.get(result);
}
