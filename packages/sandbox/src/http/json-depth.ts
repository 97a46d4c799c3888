/** The maximum nesting depth of a body. No body of either API needs more than five levels. */
export const depthLimit = 64;

/** Whether objects and arrays are nested deeper than the limit. It does not descend further. */
export function isDeeperThan(limit: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (limit === 0) return true;
  if (Array.isArray(value)) return value.some((item) => isDeeperThan(limit - 1, item));
  for (const key in value) {
    // A parsed object has no inherited keys.
    if (isDeeperThan(limit - 1, (value as Record<string, unknown>)[key])) return true;
  }
  return false;
}
