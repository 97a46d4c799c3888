import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fingerprint } from '@telecrm/spec';
import { answerFromSpec } from './answer.ts';
import { createApp } from './app.ts';
import { readBundles } from './bundle.ts';
import { loadOperations } from './operations.ts';
import { createPrism } from './prism.ts';
import { version } from './release.ts';
import type { ApiName } from './sandbox.ts';
import { createHttpServer } from './server.ts';

/** Where a mock listens. */
export interface MockOptions {
  /**
   * The port to listen on. A port that is taken makes {@link startMock} reject with `EADDRINUSE`.
   *
   * Default: `0`, which takes a free port; {@link Mock.port} tells which.
   */
  port?: number;
  /**
   * The address to listen on. With `'0.0.0.0'` other machines can reach the mock.
   *
   * Default: `'127.0.0.1'`, this machine alone.
   */
  host?: string;
}

/** A mock that is running. */
export interface Mock {
  /** The origin, without a slash at its end: `http://127.0.0.1:4010`. */
  readonly url: string;
  /** The port it listens on. */
  readonly port: number;
  /** What to use as the base URL of each API, in the place of production's. */
  readonly baseUrls: Readonly<Record<ApiName, string>>;
  /**
   * Stops it: no new calls, idle connections end at once, calls in flight are answered. Resolves when
   * all is closed, which takes three seconds at most. Closing twice is harmless.
   */
  close(): Promise<void>;
}

/**
 * Starts a mock of both telecrm APIs on one port, in this process.
 *
 * @param options Where it listens; by default on a free port of this machine.
 * @returns The running mock, once it takes calls.
 *
 * @example
 * import { sandbox, startMock } from '@telecrm/mock';
 *
 * const mock = await startMock();
 * const response = await fetch(`${mock.baseUrls.sync}/enterprise/${sandbox.enterpriseId}/metadata`, {
 *   headers: { Authorization: `Bearer ${sandbox.tokens.sync}` },
 * });
 * console.log(response.status, await response.json());
 * await mock.close();
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { port = 0, host = '127.0.0.1' } = options;
  const operations = await loadOperations(readBundles());
  const health = { status: 'ok', version, fingerprint };
  const app = createApp(operations, createPrism(operations, answerFromSpec), health);
  const server = createHttpServer(app);
  server.listen(port, host);
  await once(server, 'listening');
  // A server that listens on a port has an address of this kind.
  const taken = (server.address() as AddressInfo).port;
  const url = `http://${callable(host)}:${taken}`;
  const base = (api: ApiName) => url + (operations.find((o) => o.api === api)?.base ?? '');
  let closed: Promise<void> | undefined;
  return {
    url,
    port: taken,
    baseUrls: { sync: base('sync'), async: base('async') },
    close: () => (closed ??= stop(server)),
  };
}

/** How to call a server that listens on this address, from the same machine. */
function callable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection that was busy when the server closed is kept alive by Node after its answer.
    const idle = setInterval(() => server.closeIdleConnections(), 20);
    const late = setTimeout(() => server.closeAllConnections(), 3000);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      resolve();
    });
  });
}
