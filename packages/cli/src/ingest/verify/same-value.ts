/** Whether a value was stored as it was sent. Labels and addresses may differ in case; a list may hold more. */
export function isSameValue(sent: unknown, stored: unknown): boolean {
  if (Array.isArray(sent)) {
    return (
      Array.isArray(stored) && sent.every((one) => stored.some((other) => isSameValue(one, other)))
    );
  }
  return String(sent).toLowerCase() === String(stored ?? '').toLowerCase();
}
