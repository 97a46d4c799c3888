import { yieldToEventLoop } from '@telecrm/workspace/store';

/** A value with more parts than this is encoded in chunks. Encoding this many takes about a millisecond. */
const maxParts = 4000;

/** The number of characters of a string that count as one part. */
const charactersPerPart = 256;

/** How long encoding runs before it yields to the event loop, in milliseconds. */
const sliceMs = 5;

/** UTF-8 text in chunks. */
export type Chunks = readonly Uint8Array<ArrayBuffer>[];

/**
 * Encodes plain JSON as `JSON.stringify` does: a small value as text, a large one as chunks that yield to the event
 * loop between them.
 */
export function encodeJson(value: unknown): string | Promise<Chunks> {
  return isLarge(value) ? encodeInSlices(value) : JSON.stringify(value);
}

/**
 * Returns the text of `JSON.stringify`. A large value is encoded in slices that yield to the event loop, as in
 * `encodeJson`.
 *
 * @example
 * ```ts
 * import { stringifyInSlices } from '@telecrm/sandbox/storage';
 *
 * console.log(await stringifyInSlices({ outcome: 'CREATED' }));
 * ```
 */
export async function stringifyInSlices(value: unknown): Promise<string> {
  const encoded = await encodeJson(value);
  if (typeof encoded === 'string') return encoded;
  const decoder = new TextDecoder();
  return encoded.map((chunk) => decoder.decode(chunk, { stream: true })).join('');
}

async function encodeInSlices(value: unknown): Promise<Chunks> {
  const encoder = new TextEncoder();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  await yieldToEventLoop();
  let end = performance.now() + sliceMs;
  for (const piece of piecesOf(value)) {
    chunks.push(encoder.encode(piece));
    if (performance.now() < end) continue;
    await yieldToEventLoop();
    end = performance.now() + sliceMs;
  }
  return chunks;
}

function* piecesOf(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null || !isLarge(value)) {
    // `undefined` has no JSON; in an array it becomes `null`.
    yield JSON.stringify(value) ?? 'null';
  } else if (Array.isArray(value)) {
    let separator = '[';
    for (const batch of batchesOf(value)) {
      if (batch.length === 1) {
        yield separator;
        yield* piecesOf(batch[0]);
      } else yield separator + JSON.stringify(batch).slice(1, -1);
      separator = ',';
    }
    yield ']';
  } else {
    yield '{';
    let separator = '';
    for (const [key, child] of Object.entries(value)) {
      if (child === undefined) continue;
      yield `${separator}${JSON.stringify(key)}:`;
      yield* piecesOf(child);
      separator = ',';
    }
    yield '}';
  }
}

/** Small items in batches, and large items individually. */
function* batchesOf(items: readonly unknown[]): Generator<readonly unknown[]> {
  let start = 0;
  let parts = 0;
  for (const [index, item] of items.entries()) {
    const added = countParts(item, maxParts);
    if (index > start && parts + added > maxParts) {
      yield items.slice(start, index);
      start = index;
      parts = 0;
    }
    parts += added;
  }
  yield items.slice(start);
}

/** Whether a value has more parts than a number; by default, more than are encoded at once. */
export function isLarge(value: unknown, parts = maxParts): boolean {
  return countParts(value, parts) > parts;
}

/** The number of parts of a value. Stops counting beyond the limit. */
function countParts(value: unknown, limit: number): number {
  if (typeof value === 'string') return 1 + value.length / charactersPerPart;
  if (typeof value !== 'object' || value === null) return 1;
  let count = 1;
  for (const child of Array.isArray(value) ? value : Object.values(value)) {
    count += countParts(child, limit - count);
    if (count > limit) break;
  }
  return count;
}
