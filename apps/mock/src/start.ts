import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fingerprint } from '@telecrm/spec';
import { createAnswerCheck } from './answer-check.ts';
import { answerFromWorkspace } from './answer-from-workspace.ts';
import { createApp } from './app.ts';
import { readBundles } from './bundle.ts';
import { controlBundle, createControl } from './control/control.ts';
import { limitersFor } from './limits.ts';
import { loadOperations } from './operations.ts';
import type { Mock, MockOptions } from './options.ts';
import { createPrism } from './prism.ts';
import { version } from './release.ts';
import type { ApiName } from './sandbox.ts';
import { createHttpServer, stopServer } from './server.ts';
import { createWorkspaceOn } from './workspaces/create-workspace.ts';
import { fixedMoments, realMoments } from './workspaces/moments.ts';
import { keepState } from './workspaces/state-file.ts';
import { admitDefault, createTenants } from './workspaces/tenants.ts';

export type { CreatedWorkspace, Mock, MockOptions } from './options.ts';

/**
 * Starts a sandbox of both telecrm APIs on one port, in this process.
 *
 * @param options Where it listens and how it behaves; by default on a free port of this machine.
 * @returns The running sandbox, once it takes calls.
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
  const { port = 0, host = '127.0.0.1', strict = false, stateless = false } = options;
  const bundles = readBundles();
  const tenants = createTenants({
    moments: options.deterministic ? fixedMoments() : realMoments(),
    asyncDelay: options.asyncDelay ?? 50,
  });
  const saved = await keepState(options.state, tenants);
  if (!saved.restored) await admitDefault(tenants);

  const operations = await loadOperations(bundles);
  const check = createAnswerCheck({ ...bundles, control: controlBundle });
  const kitchen = {
    operations,
    prism: createPrism(operations, answerFromWorkspace({ check, strict })),
    tenants,
    limiters: limitersFor(bundles, options.rateLimit),
    stateless,
  };
  const health = { status: 'ok', version, fingerprint };
  const token = options.controlToken;
  const control = await createControl({ ...kitchen, check, strict, token, health });
  const server = createHttpServer(createApp(kitchen, control));
  server.listen(port, host);
  await once(server, 'listening');

  // A server that listens on a port has an address of this kind.
  const taken = (server.address() as AddressInfo).port;
  const url = `http://${callable(host)}:${taken}`;
  const base = (api: ApiName) => url + (operations.find((o) => o.api === api)?.base ?? '');
  let closed: Promise<void> | undefined;
  const close = async () => {
    const started = performance.now();
    await stopServer(server);
    await saved.finish(timeToEnd - (performance.now() - started));
  };
  return {
    url,
    port: taken,
    baseUrls: { sync: base('sync'), async: base('async') },
    createWorkspace: (definition) => createWorkspaceOn(tenants, definition),
    save: saved.save,
    close: () => (closed ??= close()),
  };
}

/** How long calls in flight and the queue may take once a sandbox is to end, in milliseconds. */
const timeToEnd = 4000;

/** How to call a server that listens on this address, from the same machine. */
function callable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
