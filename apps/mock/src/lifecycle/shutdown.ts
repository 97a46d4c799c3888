import type { Server } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { OpenSandbox } from '@telecrm/sandbox/adapter';
import { stopServer } from '../http/node-server.ts';
import type { ServerLog } from '../logging/server-log.ts';
import type { CloseOptions } from '../options.ts';
import type { Readiness } from './readiness.ts';

/** The time limit for requests in flight and for the queue during the shutdown, in milliseconds. */
const shutdownMs = 3000;

/** The parts to stop. */
export interface Running {
  readonly server: Server;
  readonly sandbox: OpenSandbox;
  readonly readiness: Readiness;
  readonly log: ServerLog;
  /** The time for a load balancer to notice. */
  readonly delayMs: number;
  /** Stops the server for probes. */
  closeHealth(): void;
}

/**
 * Creates the function that stops a sandbox: it first fails the probe, then accepts no new requests, then stops the
 * rest.
 */
export function createShutdown(running: Running) {
  const { server, sandbox, readiness, log, delayMs, closeHealth } = running;
  const cut = new AbortController();
  const stop = async () => {
    readiness.stopping();
    log.event('stopping', { delayMs });
    await setTimeout(delayMs, undefined, { signal: cut.signal }).catch(() => {});
    const began = performance.now();
    await stopServer(server, cut.signal);
    closeHealth();
    const left = shutdownMs - (performance.now() - began);
    await drainQueue(sandbox, Math.max(0, left), cut.signal);
    sandbox.stop();
    await sandbox.server.storage.close();
    log.event('stopped', { durationMs: Math.round(performance.now() - began) });
    await log.end();
  };
  let stopped: Promise<void> | undefined;
  return ({ now = false }: CloseOptions = {}): Promise<void> => {
    if (now) cut.abort();
    stopped ??= stop();
    return stopped;
  };
}

/** Processes queued ingestions while there is time; the rest remains queued. */
async function drainQueue(
  { server: { queue } }: OpenSandbox,
  timeMs: number,
  cut: AbortSignal,
): Promise<void> {
  // If the storage fails, the rest remains queued, too.
  const drained = cut.aborted ? undefined : queue.drainAll().catch(() => {});
  const late = setTimeout(timeMs, undefined, { signal: cut, ref: false }).catch(() => {});
  await Promise.race([drained, late]);
  queue.stop();
}
