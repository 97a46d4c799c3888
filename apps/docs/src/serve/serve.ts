import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { docsApp } from './app.ts';

/** Where to serve the docs. */
export interface DocsOptions {
  /**
   * The port to listen on; `0` takes a free one.
   *
   * @default 4000
   */
  port?: number;
  /**
   * The address to listen on. Only this machine can reach the default.
   *
   * @default '127.0.0.1'
   */
  host?: string;
}

/** The docs, being served. */
export interface DocsServer {
  /** The address of the start page, without a last slash. */
  url: string;
  /** The port that was taken. */
  port: number;
  /** Stops serving and drops open connections. */
  close(): Promise<void>;
}

const site = fileURLToPath(new URL('../../dist', import.meta.url));

/**
 * Serves the built docs.
 *
 * Rejects with the error of `listen` when the port cannot be had, and when the docs are not built.
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
    throw new Error(`the docs are not built, run the build of @telecrm/docs first (${error})`);
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
