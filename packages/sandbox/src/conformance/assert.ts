/** Throws unless both values are the same JSON, regardless of the order of keys. */
export function equal(actual: unknown, expected: unknown): void {
  const [actualJson, expectedJson] = [canonical(actual), canonical(expected)];
  if (actualJson !== expectedJson) throw new Error(`Expected ${expectedJson}, got ${actualJson}`);
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
export function assert(condition: boolean, message: string): void {
  if (!condition) throw new Error(message);
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

/** Waits until a condition is true. Counts may lag by some seconds. */
export async function eventually(isTrue: () => Promise<boolean>): Promise<void> {
  const until = performance.now() + 10_000;
  while (!(await isTrue())) {
    assert(performance.now() < until, 'The condition was not true within ten seconds');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
