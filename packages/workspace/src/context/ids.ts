/**
 * Generates IDs of 24 hex digits like MongoDB, as in telecrm's own IDs: the time in seconds, a random number of this
 * generator, and a counter. Consecutive IDs are therefore adjacent in an index.
 */
export function createIdGenerator(clock: () => number): () => string {
  // Generated with the first ID, because Workers have no random numbers before their first request.
  let generatorId: string | undefined;
  let count = 0;
  return () => {
    generatorId ??= randomHex(5);
    count = (count + 1) % 2 ** 24;
    const seconds = Math.max(0, Math.floor(clock() / 1000) % 2 ** 32);
    return hex(seconds, 8) + generatorId + hex(count, 6);
  };
}

/**
 * A deterministic clock and ID generator: the clock starts at `start` and advances by a millisecond with each call; IDs
 * are counted up. Two runs of the same calls then give identical responses.
 *
 * @param start Unix time in milliseconds. Defaults to 1 May 2026, which is later than all of the default records.
 *
 * @example
 * ```ts
 * import { createWorkspace, defaultDefinition, deterministic } from '@telecrm/workspace';
 *
 * const workspace = await createWorkspace({ definition: defaultDefinition, ...deterministic() });
 * ```
 */
export function deterministic(start: number = Date.UTC(2026, 4, 1)): {
  clock: () => number;
  generateId: () => string;
} {
  let now = start;
  let count = 0;
  return { clock: () => now++, generateId: () => `5a${hex(++count, 22)}` };
}

/** Derives a stable ID from a name, for parts of a definition that have a name but no ID. */
export function stableId(name: string): string {
  const words = [0, 1, 2].map((seed) => {
    let hash = 0x811c9dc5 ^ seed;
    for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
    return hex(hash >>> 0, 8);
  });
  return words.join('');
}

function randomHex(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return random.reduce((text, byte) => text + hex(byte, 2), '');
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
