import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { docsApp } from './app.ts';

/** Options for serving the docs. */
export interface DocsOptions {
  /**
   * The port to listen on. `0` selects a free port.
   *
   * @default 4000
   */
  port?: number;
  /**
   * The address to listen on. Other machines cannot reach the default.
   *
   * @default '127.0.0.1'
   */
  host?: string;
}

/** A running server of the docs. */
export interface DocsServer {
  /** The URL of the start page, without a trailing slash. */
  url: string;
  /** The port that it listens on. */
  port: number;
  /** Stops the server and closes open connections. */
  close(): Promise<void>;
}

const site = fileURLToPath(new URL('../../dist', import.meta.url));

/**
 * Serves the built docs.
 *
 * Rejects if the port is not available or the docs are not built.
 *
 * @example
 * ```ts
 * import { serveDocs } from '@telecrm/docs';
 *
 * const docs = await serveDocs({ port: 0 });
 * console.log(docs.url);
 * await docs.close();
 * ```
 */
export async function serveDocs(options: DocsOptions = {}): Promise<DocsServer> {
  const { port = 4000, host = '127.0.0.1' } = options;
  const app = await docsApp(site).catch((error: unknown) => {
    throw new Error(`the docs are not built, run pnpm --filter @telecrm/docs build (${error})`);
  });
  const server = createAdaptorServer({ fetch: app.fetch, hostname: host });
  server.listen(port, host);
  await once(server, 'listening');
  // A TCP server that listens has an address with a port.
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    port: address.port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}
