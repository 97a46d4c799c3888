/** Throws unless both values are the same JSON, regardless of the order of keys. */
export function equal(actual: unknown, expected: unknown): void {
  const [found, wanted] = [canonical(actual), canonical(expected)];
  if (found !== wanted) throw new Error(`Expected ${wanted}, got ${found}`);
}

/** Throws unless a promise rejects. */
export async function rejects(work: Promise<unknown>): Promise<void> {
  const outcome = await work.then(
    () => 'resolved',
    () => 'rejected',
  );
  equal(outcome, 'rejected');
}

/** Throws unless a condition is true. */
export function assert(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, one: unknown) =>
      typeof one === 'object' && one !== null && !Array.isArray(one)
        ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
        : one,
    ) ?? 'undefined'
  );
}
