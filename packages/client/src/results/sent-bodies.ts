/** The sent bodies, by the result objects of a client's methods. */
const sentBodies = new WeakMap<object, unknown>();

export function rememberSentBody(result: object, body: unknown): void {
  sentBodies.set(result, body);
}

export function sentBodyOf(result: object): unknown {
  return sentBodies.get(result);
}
