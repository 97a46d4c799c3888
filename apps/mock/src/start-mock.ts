import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { defaultCredentials } from '@telecrm/sandbox';
import {
  facts,
  type OpenSandbox,
  openSandbox,
  openWorkspace,
  openWorkspaces,
} from '@telecrm/sandbox/adapter';
import { createHosting } from '@telecrm/sandbox/hosting';
import { createConsolePage } from './console/console-page.ts';
import { hasDefaultWorkspace } from './default-workspace.ts';
import { admit } from './http/admission/admit.ts';
import { type HealthServer, startHealthServer } from './http/admission/health-server.ts';
import { createLoadShedder } from './http/admission/load-shedder.ts';
import { createIncomingHandler } from './http/handle-incoming.ts';
import { createNodeServer, stopServer } from './http/node-server.ts';
import { readTls, renewTls } from './http/tls.ts';
import { isLocalName, isLoopback } from './http/trust/local-only.ts';
import { trustProxies } from './http/trust/proxy-trust.ts';
import { createReadiness } from './lifecycle/readiness.ts';
import { createShutdown } from './lifecycle/shutdown.ts';
import { createMetricsGuard } from './monitoring/metrics-guard.ts';
import { openMonitoring } from './monitoring/open-monitoring.ts';
import { timeStorage } from './monitoring/timed-storage.ts';
import type { Mock, MockOptions } from './options.ts';
import { prismExamples } from './prism/prism-examples.ts';
import { missingNode } from './prism/required-node.ts';
import { openStorage } from './storage/open-storage.ts';

/**
 * Starts a sandbox of both telecrm APIs on one port, in this process.
 *
 * @param options Its address and behavior; by default it uses a free port of this machine.
 * @returns The running sandbox, once it accepts requests.
 *
 * @example
 * ```ts
 * import { startMock } from '@telecrm/mock';
 *
 * await using mock = await startMock();
 * const { enterpriseId, syncToken } = mock.workspace;
 * const response = await fetch(`${mock.baseUrls.sync}/enterprise/${enterpriseId}/metadata`, {
 *   headers: { Authorization: `Bearer ${syncToken}` },
 * });
 * console.log(response.status, await response.json());
 * ```
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { port = 0, host = '127.0.0.1', stateless = false, deterministic = false } = options;
  const missing = stateless ? missingNode() : undefined;
  if (missing) throw new Error(`stateless ${missing}`);
  const examples = prismExamples({ deterministic });
  if (stateless) await examples.load();

  const tls = options.tls && (await readTls(options.tls));
  const callerOf = await trustProxies(options.trustProxy ?? []);
  const shedder = createLoadShedder(options);
  const monitoring = await openMonitoring(options, shedder);
  const { log, metrics, observer, onCompleted } = monitoring;
  const opened = await openStorage(options, log);
  const hosting = createHosting(options);
  const shared = { log: log.error, examples, hosting, ...(observer && { observer }) };
  const timed = opened && metrics ? timeStorage(opened, metrics.database) : opened;
  let sandbox: OpenSandbox;
  try {
    sandbox = openSandbox({ ...options, ...shared, ...(timed && { storage: timed }) });
  } catch (error) {
    // For example, the definition of the default workspace is invalid.
    await opened?.close();
    throw error;
  }
  monitoring.watch(sandbox);

  const readiness = createReadiness();
  const handle = createIncomingHandler({
    sandbox,
    consolePage: createConsolePage(new URL('../dist/page/', import.meta.url)),
    hasControlToken: (options.controlToken ?? options.adminToken) !== undefined,
    isLocal: isLocalName(host) || isLoopback(host),
    callerOf,
    metrics: metrics && { metrics, guard: createMetricsGuard(options) },
  });
  const admitted = admit(handle, { readiness, shedder, onShed: metrics?.shed });
  const isClosing = () => readiness.problem === 'stopping';
  const server = createNodeServer(admitted, log.error, { isClosing, tls, onCompleted });
  server.listen(port, host);
  let health: HealthServer | undefined;
  try {
    await once(server, 'listening');
    const { healthPort } = options;
    if (healthPort !== undefined) {
      const where = { port: healthPort, host };
      health = await startHealthServer(admitted, { ...where, readiness, log: log.error });
    }
    if (hasDefaultWorkspace(options)) await sandbox.addDefaultWorkspace();
    else sandbox.server.clock.callCount = await sandbox.server.storage.readCallCount();
  } catch (error) {
    health?.close();
    await abandon(server, sandbox);
    throw error;
  }
  readiness.started();
  await health?.updated();
  if (timed) readiness.watchDatabase(() => timed.check());

  // The address of a server that listens on a port has this type.
  const boundPort = (server.address() as AddressInfo).port;
  const url = `${tls ? 'https' : 'http'}://${hostInUrl(host)}:${boundPort}`;
  if (options.tls && tls) renewTls(server, options.tls, tls, log);
  const healthUrl = health && `http://${hostInUrl(host)}:${health.port}`;
  log.event('listening', {
    url,
    ...(healthUrl && { healthUrl }),
    ...{ version: facts.version, fingerprint: facts.fingerprint },
  });
  const shutdown = createShutdown({
    server,
    sandbox,
    readiness,
    log,
    delayMs: options.shutdownDelayMs ?? 0,
    closeHealth: () => health?.close(),
  });
  const ready = async () => {};
  const enterpriseId = options.workspace?.enterpriseId ?? defaultCredentials.enterpriseId;
  return {
    url,
    port: boundPort,
    healthPort: health?.port,
    baseUrls: { sync: url + facts.basePaths.sync, async: url + facts.basePaths.async },
    workspace: {
      ...openWorkspace(sandbox.server, enterpriseId, ready),
      ...{ ...defaultCredentials, enterpriseId },
    },
    workspaces: openWorkspaces(sandbox.server, ready),
    close: shutdown,
    [Symbol.asyncDispose]: () => shutdown(),
  };
}

/** Stops everything that was started if the start fails. */
async function abandon(server: Server, { stop, server: { queue, storage } }: OpenSandbox) {
  stop();
  queue.stop();
  await stopServer(server, AbortSignal.abort());
  await storage.close();
}

/** The URL of a server that listens on this address, for the same machine. */
function hostInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
