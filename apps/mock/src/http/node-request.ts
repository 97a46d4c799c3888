import type { IncomingMessage } from 'node:http';
import type { ApiRequest } from '@telecrm/sandbox/adapter';
import type { BodyMeter, TakenRequest } from './admission/load-shedder.ts';

/** Who learns of a request while it is being answered. */
export interface RequestHooks {
  readonly onRouted?: ApiRequest['onRouted'];
  readonly taken?: TakenRequest | undefined;
}

/** Reads a request of Node's HTTP server; `undefined` when its URL or its Host header cannot be read. */
export function fromIncoming(
  incoming: IncomingMessage,
  { onRouted, taken }: RequestHooks = {},
): ApiRequest | undefined {
  const url = parseUrl(incoming);
  if (url === undefined) return undefined;
  return {
    method: incoming.method ?? 'GET',
    ...url,
    header(name) {
      const value = incoming.headers[name];
      return Array.isArray(value) ? value.join(', ') : value;
    },
    readBody: (limit) => readBody(incoming, limit, taken),
    ...(onRouted && { onRouted }),
    ...(taken && { delay: taken.delay }),
  };
}

/** Nothing in such a path has to be normalized. */
const plainPath = /^\/[\w\-/~%@:,+*]*(?:\?|$)/;

/** Nothing in such a Host header has to be looked at. */
const plainHost = /^[\w\-.]+(?::\d+)?$/;

function parseUrl({ url = '/', headers }: IncomingMessage) {
  const { host = 'localhost' } = headers;
  if (plainPath.test(url) && plainHost.test(host)) {
    const mark = url.indexOf('?');
    return mark < 0
      ? { pathname: url, search: '' }
      : { pathname: url.slice(0, mark), search: url.slice(mark + 1) };
  }
  // A URL of the web standard would take it for a slash.
  if (url.includes('\\')) return undefined;
  try {
    const origin = new URL(`http://${host}`);
    // A host and nothing else: whatever follows it would become a part of the path.
    if (origin.pathname !== '/' || origin.search || origin.hash || origin.username)
      return undefined;
    const { pathname, search } = new URL(url, origin);
    return { pathname, search: search.slice(1) };
  } catch {
    return undefined;
  }
}

function readBody(
  incoming: IncomingMessage,
  limit: number,
  meter?: BodyMeter,
): Promise<Uint8Array | 'too-large' | 'aborted'> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve) => {
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      meter?.received(chunk.length);
      if (size <= limit) return void chunks.push(chunk);
      // What is still under way is drained after the response has gone out, so that it can be read.
      incoming.off('data', onData);
      incoming.resume();
      resolve('too-large');
    };
    incoming.on('data', onData);
    incoming.once('end', () => {
      meter?.complete();
      resolve(chunks.length === 1 ? bytesOf(chunks) : Buffer.concat(chunks));
    });
    incoming.once('error', () => resolve('aborted'));
    incoming.once('close', () => resolve('aborted'));
  });
}

function bytesOf([chunk = Buffer.alloc(0)]: readonly Buffer[]): Buffer {
  return chunk;
}
