/** How deep objects and arrays of a body may stand in each other. No body of either API needs more than five levels. */
export const depthLimit = 64;

/** Whether objects and arrays stand in each other more than so many levels deep. It looks no deeper than that. */
export function isDeeperThan(limit: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (limit === 0) return true;
  if (Array.isArray(value)) return value.some((item) => isDeeperThan(limit - 1, item));
  for (const key in value) {
    // The values of a parsed object are its own.
    if (isDeeperThan(limit - 1, (value as Record<string, unknown>)[key])) return true;
  }
  return false;
}
