import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { defaultCredentials } from '@telecrm/sandbox';
import { facts, openSandbox, openWorkspace, openWorkspaces } from '@telecrm/sandbox/adapter';
import { createAnswerer } from './http/answer-incoming.ts';
import { isLocalName, isLoopback } from './http/local-only.ts';
import { createNodeServer, stopServer } from './http/node-server.ts';
import { createInspector } from './inspector/inspector.ts';
import type { Mock, MockOptions } from './options.ts';
import { prismExamples } from './prism/prism-examples.ts';
import { missingNode } from './prism/required-node.ts';
import { openStateFile } from './state/state-file.ts';

/** How long calls in flight and the queue may take once a sandbox is to end, in milliseconds. */
const timeToEnd = 4000;

const logToConsole = (text: string) => console.error(`telecrm-mock: ${text}`);

/**
 * Starts a sandbox of both telecrm APIs on one port, in this process.
 *
 * @param options Where it listens and how it behaves; by default on a free port of this machine.
 * @returns The running sandbox, once it takes calls.
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
  const { port = 0, host = '127.0.0.1', stateless = false, log = logToConsole } = options;
  const missing = stateless ? missingNode() : undefined;
  if (missing) throw new Error(`stateless ${missing}`);
  const { deterministic = false } = options;
  const examples = prismExamples({ deterministic });
  if (stateless) await examples.load();
  const sandbox = openSandbox({ ...options, log, examples });
  const state = await openStateFile(options.state, sandbox);
  if (!state.restored) await sandbox.addDefaultWorkspace();

  const answer = createAnswerer({
    sandbox,
    inspector: createInspector(new URL('../page/', import.meta.url)),
    hasControlToken: options.controlToken !== undefined,
    isLocal: isLocalName(host) || isLoopback(host),
    trustProxy: options.trustProxy ?? false,
  });
  const server = createNodeServer(answer, log);
  server.listen(port, host);
  await once(server, 'listening').catch(async (error) => {
    await state.abandon();
    throw error;
  });

  // A server that listens on a port has an address of this kind.
  const taken = (server.address() as AddressInfo).port;
  const url = `http://${callable(host)}:${taken}`;
  const ready = async () => {};
  const enterpriseId = options.workspace?.enterpriseId ?? defaultCredentials.enterpriseId;
  let closed: Promise<void> | undefined;
  const stop = async () => {
    const started = performance.now();
    await stopServer(server);
    await state.finish(timeToEnd - (performance.now() - started));
  };
  const close = () => (closed ??= stop());
  return {
    url,
    port: taken,
    baseUrls: { sync: url + facts.basePaths.sync, async: url + facts.basePaths.async },
    workspace: openWorkspace(sandbox.server, { ...defaultCredentials, enterpriseId }, ready),
    workspaces: openWorkspaces(sandbox.server, ready),
    save: state.save,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** How to call a server that listens on this address, from the same machine. */
function callable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
