/** 24 hex digits, of which the first eight are the time, as telecrm's own IDs are. */
export function createIds(clock: () => number): () => string {
  return () => {
    const seconds = Math.max(0, Math.floor(clock() / 1000) % 2 ** 32);
    const random = crypto.getRandomValues(new Uint8Array(8));
    return hex(seconds, 8) + Array.from(random, (byte) => hex(byte, 2)).join('');
  };
}

/**
 * A clock and IDs that are the same in every run: the first call is answered with `start`, each later one with a
 * millisecond more; IDs are counted up. Two runs of the same calls then give the same answers, to the byte.
 *
 * @param start Unix time in milliseconds; the first of May 2026 unless given, after all that the default records hold.
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
  ids: () => string;
} {
  let now = start;
  let count = 0;
  return { clock: () => now++, ids: () => `5a${hex(++count, 22)}` };
}

/** An ID that belongs to a name for good, for what a definition names but gives no ID. */
export function idOf(name: string): string {
  const words = [0, 1, 2].map((seed) => {
    let hash = 0x811c9dc5 ^ seed;
    for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
    return hex(hash >>> 0, 8);
  });
  return words.join('');
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
