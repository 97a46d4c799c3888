import type { OpenSandbox, SandboxObserver } from '@telecrm/sandbox/adapter';
import type { LoadShedder } from '../http/admission/load-shedder.ts';
import { type ServerLog, textLog } from '../logging/server-log.ts';
import type { Metrics } from './metrics.ts';
import type { RequestRecord } from './request-record.ts';
import { stateOf } from './sandbox-state.ts';

/** The enabled parts of monitoring. */
export interface MonitoringOptions {
  readonly metrics?: boolean | undefined;
  readonly logFormat?: 'text' | 'json' | undefined;
  readonly log?: ((text: string) => void) | undefined;
}

/** The parts of the monitoring of a sandbox. */
export interface Monitoring {
  readonly log: ServerLog;
  readonly metrics: Metrics | undefined;
  readonly observer: SandboxObserver | undefined;
  /** `undefined` if single requests are not monitored. */
  readonly onCompleted: ((record: RequestRecord) => void) | undefined;
  /** Sets the sandbox to monitor, once it exists. */
  watch(sandbox: OpenSandbox): void;
}

const toConsole = (text: string) => console.error(`telecrm-mock: ${text}`);

/** Loads only the enabled parts, because most sandboxes enable none. */
export async function openMonitoring(
  { metrics: wantsMetrics = false, logFormat = 'text', log: write = toConsole }: MonitoringOptions,
  shedder: LoadShedder,
): Promise<Monitoring> {
  const log =
    logFormat === 'json' ? (await import('../logging/json-log.ts')).jsonLog() : textLog(write);
  let sandbox: OpenSandbox | undefined;
  const source = {
    state: async () =>
      sandbox ? stateOf(sandbox) : { workspaces: 0, queued: 0, oldestSeconds: 0 },
    check: async () => sandbox?.server.storage.check(),
    inFlight: () => shedder.inFlight,
  };
  const metrics = wantsMetrics ? (await import('./metrics.ts')).createMetrics(source) : undefined;
  return {
    log,
    metrics,
    observer: observerOf(metrics, log),
    onCompleted: both(metrics?.completed, log.request),
    watch(opened) {
      sandbox = opened;
    },
  };
}

function observerOf(
  metrics: Metrics | undefined,
  { audit }: ServerLog,
): SandboxObserver | undefined {
  if (metrics === undefined && audit === undefined) return undefined;
  return {
    ...{ ingested: () => {}, dropped: () => {}, auditFailed: () => {} },
    ...metrics?.observer,
    audited: (entry) => audit?.(entry),
  };
}

type OnCompleted = (record: RequestRecord) => void;

function both(first: OnCompleted | undefined, second: OnCompleted | undefined) {
  if (first === undefined || second === undefined) return first ?? second;
  return (record: RequestRecord) => {
    first(record);
    second(record);
  };
}
