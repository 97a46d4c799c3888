/** What was sent for a result, known for the very objects that the methods of a client resolve with. */
const sentBodies = new WeakMap<object, unknown>();

export function rememberSentBody(result: object, body: unknown): void {
  sentBodies.set(result, body);
}

export function sentBodyOf(result: object): unknown {
  return sentBodies.get(result);
}
