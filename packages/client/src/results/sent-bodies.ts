/** The bodies that were sent, by the identity of the results that the methods of a client resolve with. */
const sentBodies = new WeakMap<object, unknown>();

export function rememberSentBody(result: object, body: unknown): void {
  sentBodies.set(result, body);
}

export function sentBodyOf(result: object): unknown {
  return sentBodies.get(result);
}
