import { misuse } from '../program/exit-codes.ts';

/** The supported encodings. Excel writes all but the last two. */
export const encodings = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;

export type Encoding = (typeof encodings)[number];

/**
 * Detects the encoding of a file by its first bytes: a byte order mark, or the zeros next to each ASCII letter in
 * UTF-16.
 *
 * @returns `undefined` if it may be UTF-8; otherwise it is windows-1252, but only the whole file can show that.
 */
export function encodingByStart(start: Uint8Array): Encoding | undefined {
  const [first, second, third] = start;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const length = Math.min(start.length, 1024);
  for (let at = 0; at < length; at++) if (start[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > length / 4 && even === 0) return 'utf-16le';
  if (even > length / 4 && odd === 0) return 'utf-16be';
  return undefined;
}

/** Decodes bytes, and throws if they are invalid in the encoding. */
export async function* decode(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  name: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let offset = 0;
  for await (const chunk of bytes) {
    yield decodeChunk(() => decoder.decode(chunk, { stream: true }), encoding, name, offset);
    offset += chunk.length;
  }
  yield decodeChunk(() => decoder.decode(), encoding, name, offset);
}

function decodeChunk(read: () => string, encoding: Encoding, name: string, offset: number): string {
  try {
    return read();
  } catch {
    throw misuse(
      `${name} is not in ${encoding}, from about byte ${offset} on`,
      `Save it as UTF-8, or pass its encoding: --encoding ${encodings.join('|')}.`,
    );
  }
}
