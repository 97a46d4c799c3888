import type { Server } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { stopServer } from '../http/node-server.ts';
import type { ServerLog } from '../logging/server-log.ts';
import type { CloseOptions } from '../options.ts';
import type { StateFile } from '../state/state-file.ts';
import type { Readiness } from './readiness.ts';

/** How long calls in flight and the queue may take once a sandbox takes no more calls, in milliseconds. */
const timeToEnd = 4000;

/** What has to end. */
export interface Running {
  readonly server: Server;
  readonly state: StateFile;
  readonly readiness: Readiness;
  readonly log: ServerLog;
  /** How long a load balancer needs to notice. */
  readonly delayMs: number;
}

/** Makes the function that stops a sandbox: it fails the probe first, then takes no new calls, then ends what is left. */
export function createShutdown({ server, state, readiness, log, delayMs }: Running) {
  const cut = new AbortController();
  const stop = async () => {
    readiness.stopping();
    log.event('stopping', { delayMs });
    await setTimeout(delayMs, undefined, { signal: cut.signal }).catch(() => {});
    const began = performance.now();
    await stopServer(server, cut.signal);
    const left = timeToEnd - (performance.now() - began);
    await state.finish(Math.max(0, left), cut.signal);
    log.event('stopped', { durationMs: Math.round(performance.now() - began) });
    log.flush();
  };
  let stopped: Promise<void> | undefined;
  return ({ now = false }: CloseOptions = {}): Promise<void> => {
    if (now) cut.abort();
    stopped ??= stop();
    return stopped;
  };
}
