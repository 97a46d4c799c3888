import type { Server } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { OpenSandbox } from '@telecrm/sandbox/adapter';
import { stopServer } from '../http/node-server.ts';
import type { ServerLog } from '../logging/server-log.ts';
import type { CloseOptions } from '../options.ts';
import type { Readiness } from './readiness.ts';

/** How long calls in flight and the queue may take once a sandbox takes no more calls, in milliseconds. */
const timeToEnd = 4000;

/** What has to end. */
export interface Running {
  readonly server: Server;
  readonly sandbox: OpenSandbox;
  readonly readiness: Readiness;
  readonly log: ServerLog;
  /** How long a load balancer needs to notice. */
  readonly delayMs: number;
  /** Ends the answers to probes. */
  closeHealth(): void;
}

/** Makes the function that stops a sandbox: it fails the probe first, then takes no new calls, then ends what is left. */
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
    const left = timeToEnd - (performance.now() - began);
    await workOff(sandbox, Math.max(0, left), cut.signal);
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

/** Processes what is queued, as far as there is time; the rest stays queued. */
async function workOff(
  { server: { queue } }: OpenSandbox,
  timeMs: number,
  cut: AbortSignal,
): Promise<void> {
  const drained = cut.aborted ? undefined : queue.drainAll();
  const late = setTimeout(timeMs, undefined, { signal: cut, ref: false }).catch(() => {});
  await Promise.race([drained, late]);
  queue.stop();
}
