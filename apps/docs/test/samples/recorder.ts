import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';

/** A request of a sample and its response. */
export interface Exchange {
  method: string;
  /** The path with its query string. */
  path: string;
  authorization: string | undefined;
  /** The parsed body; `undefined` if the request has none. */
  body: unknown;
  status: number;
  response: unknown;
}

/** A proxy in front of the sandbox that records every exchange. */
export interface Recorder {
  url: string;
  /** Returns the exchanges since the previous call. */
  takeExchanges(): Exchange[];
  close(): Promise<void>;
}

/** Starts a proxy on a free port. */
export async function startRecorder(target: string): Promise<Recorder> {
  let exchanges: Exchange[] = [];
  async function forward(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const sent = await request.text();
    const headers = new Headers(request.headers);
    for (const name of ['connection', 'expect', 'host', 'content-length', 'transfer-encoding']) {
      headers.delete(name);
    }
    const response = await fetch(target + pathname + search, {
      method: request.method,
      headers,
      ...(sent && { body: sent }),
    });
    const received = await response.text();
    exchanges.push({
      method: request.method,
      path: pathname + search,
      authorization: request.headers.get('authorization') ?? undefined,
      body: parsed(sent),
      status: response.status,
      response: parsed(received),
    });
    return new Response(received, {
      status: response.status,
      headers: { 'Content-Type': response.headers.get('Content-Type') ?? 'text/plain' },
    });
  }
  const server = serve({ fetch: forward, hostname: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  // The address of a TCP server is an object while it is listening.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    takeExchanges() {
      const taken = exchanges;
      exchanges = [];
      return taken;
    },
    async close() {
      const closed = new Promise((resolve) => server.once('close', resolve));
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
