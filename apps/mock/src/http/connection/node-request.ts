import type { IncomingMessage } from 'node:http';
import type { ApiRequest } from '@telecrm/sandbox/adapter';
import type { AdmittedRequest, BodyMeter } from '../admission/load-shedder.ts';
import type { IncomingBody } from './incoming-body.ts';

/** Callbacks during a request. */
export interface RequestHooks {
  readonly onRouted?: ApiRequest['onRouted'];
  readonly admitted?: AdmittedRequest | undefined;
  /** The body, if it has been received already. */
  readonly body?: IncomingBody | undefined;
}

/** Converts a request of Node's HTTP server; `undefined` if its URL or its Host header is invalid. */
export function fromIncoming(
  incoming: IncomingMessage,
  { onRouted, admitted, body }: RequestHooks = {},
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
    readBody: (limit) => (body ? body.read(limit) : readBody(incoming, limit, admitted)),
    ...(onRouted && { onRouted }),
    ...(admitted && { delay: admitted.delay }),
  };
}

/** A path that needs no normalization. */
const plainPath = /^\/[\w\-/~%@:,+*]*(?:\?|$)/;

/** A Host header that needs no further validation. */
const plainHost = /^[\w\-.]+(?::\d+)?$/;

function parseUrl({ url = '/', headers }: IncomingMessage) {
  const { host = 'localhost' } = headers;
  if (plainPath.test(url) && plainHost.test(host)) {
    const mark = url.indexOf('?');
    return mark < 0
      ? { pathname: url, search: '' }
      : { pathname: url.slice(0, mark), search: url.slice(mark + 1) };
  }
  // The URL parser would convert a backslash to a slash.
  if (url.includes('\\')) return undefined;
  try {
    const origin = new URL(`http://${host}`);
    // Only a host name and a port: anything after it would become part of the path.
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
      // Data that is still arriving is drained after the response has been sent, so that the client can read it.
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
