import type { IncomingMessage } from 'node:http';
import { failure, type MockResponse } from './envelope.ts';

/** What a body may weigh: 1 MB. */
export const bodyLimit = 1024 * 1024;

/** The parsed body (`undefined` if there was none) and its weight, or the answer that refuses it. */
export type ReadBody = { body: unknown; size: number } | { refused: MockResponse };

const utf8 = new TextDecoder('utf-8', { fatal: true });

export async function readJson(incoming: IncomingMessage): Promise<ReadBody> {
  if (Number(incoming.headers['content-length']) > bodyLimit) return { refused: tooLarge() };
  const bytes = await readBytes(incoming);
  if (bytes === 'too large') return { refused: tooLarge() };
  if (bytes === 'gone') return { refused: gone() };
  if (bytes.length === 0) return { body: undefined, size: 0 };
  if (isCompressed(incoming)) return { refused: compressed() };
  if (!isJson(incoming.headers['content-type'])) return { refused: wrongType() };
  return parse(bytes);
}

function parse(bytes: Buffer): ReadBody {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return { refused: failure(400, 'BAD_REQUEST', 'The body is not UTF-8: send JSON in UTF-8.') };
  }
  try {
    return { body: JSON.parse(text), size: bytes.length };
  } catch (error) {
    return { refused: failure(400, 'BAD_REQUEST', notJson(error, text)) };
  }
}

// The engine's own message quotes the body, which may hold personal data: only the place is told.
function notJson(error: unknown, text: string): string {
  const [, position] = /at position (\d+)/.exec(String(error)) ?? [];
  const before = position === undefined ? undefined : text.slice(0, Number(position)).split('\n');
  const place = before
    ? `look at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
    : 'check quotes, commas and brackets';
  return `The body is not JSON: ${place}.`;
}

function isJson(contentType: string | undefined): boolean {
  // Without the header the body is taken as what both APIs speak.
  return contentType === undefined || /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(contentType);
}

function isCompressed({ headers }: IncomingMessage): boolean {
  return (headers['content-encoding'] ?? 'identity') !== 'identity';
}

function compressed(): MockResponse {
  const message = 'The body is compressed: send it plain, without Content-Encoding.';
  return failure(415, 'UNSUPPORTED_MEDIA_TYPE', message);
}

function wrongType(): MockResponse {
  const message = 'The body is not sent as JSON: add the header Content-Type: application/json.';
  return failure(415, 'UNSUPPORTED_MEDIA_TYPE', message);
}

function tooLarge(): MockResponse {
  const message = 'The body is over 1 MB (1,048,576 bytes): send less in one call.';
  return failure(413, 'PAYLOAD_TOO_LARGE', message);
}

// Nobody is left to read it.
function gone(): MockResponse {
  return failure(400, 'BAD_REQUEST', 'The body did not arrive in full.');
}

function readBytes(incoming: IncomingMessage): Promise<Buffer | 'too large' | 'gone'> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve) => {
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= bodyLimit) return void chunks.push(chunk);
      // What is still under way is drained after the answer has gone out, so that it can be read.
      incoming.off('data', onData);
      resolve('too large');
    };
    incoming.on('data', onData);
    incoming.once('end', () => resolve(Buffer.concat(chunks)));
    incoming.once('error', () => resolve('gone'));
    incoming.once('close', () => resolve('gone'));
  });
}
