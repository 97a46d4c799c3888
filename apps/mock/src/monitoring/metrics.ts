import type { SandboxObserver } from '@telecrm/sandbox/adapter';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Overload } from '../http/admission/load-shedder.ts';
import { dropReason } from './drop-reason.ts';
import { readSoon } from './read-soon.ts';
import type { RequestRecord } from './request-record.ts';
import type { SandboxState } from './sandbox-state.ts';
import type { OnTimed } from './timed-storage.ts';

/** The metrics of one sandbox, in the format of Prometheus. No label contains anything that a caller chooses. */
export interface Metrics {
  readonly observer: Omit<SandboxObserver, 'audited'>;
  completed(record: RequestRecord): void;
  shed(reason: Overload): void;
  /** Records the duration of a storage method on the database, in seconds. */
  readonly database: OnTimed;
  /** All metrics as text. */
  read(): Promise<{ text: string; contentType: string }>;
}

/** Values that are determined when metrics are read. */
export interface MetricsSource {
  /** Reads the storage, so it can fail or take long. */
  state(): Promise<SandboxState>;
  /** Rejects if the storage cannot be written. */
  check(): Promise<void>;
  inFlight(): number;
}

const prefix = 'telecrm_sandbox_';

/** From a millisecond, which most requests stay below, to the longest time that clients wait. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics(source: MetricsSource): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const refresh = addGauges(registry, source);

  const requests = new Counter({
    name: `${prefix}requests_total`,
    help: 'Processed requests. The status "cut" means that a fault closed the connection.',
    labelNames: ['api', 'operation', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: `${prefix}request_duration_seconds`,
    help: 'Time from the head of a request to its response.',
    labelNames: ['api', 'operation'],
    buckets,
    registers,
  });
  const shed = new Counter({
    name: `${prefix}shed_requests_total`,
    help: 'Requests that were rejected with a 503 because of overload.',
    labelNames: ['reason'],
    registers,
  });
  const ingestions = new Counter({
    name: `${prefix}ingestions_total`,
    help: 'Processed ingestions.',
    labelNames: ['outcome'],
    registers,
  });
  const dropped = new Counter({
    name: `${prefix}dropped_total`,
    help: 'Parts of requests that were not stored.',
    labelNames: ['api', 'reason'],
    registers,
  });
  const auditFailures = new Counter({
    name: `${prefix}audit_failures_total`,
    help: 'Changes whose status could not be written to the audit trail.',
    registers,
  });
  const database = new Histogram({
    name: `${prefix}database_duration_seconds`,
    help: 'Duration of database calls, by storage method.',
    labelNames: ['call'],
    buckets,
    registers,
  });

  return {
    observer: {
      ingested: (outcome) => ingestions.inc({ outcome }),
      dropped(api, remarks) {
        for (const remark of remarks) dropped.inc({ api, reason: dropReason(remark) });
      },
      auditFailed: () => auditFailures.inc(),
    },
    completed({ api, operation, status = 'cut', durationMs }) {
      requests.inc({ api, operation, status });
      durations.observe({ api, operation }, durationMs / 1000);
    },
    shed: (reason) => shed.inc({ reason }),
    database: (call, seconds) => database.observe({ call }, seconds),
    async read() {
      await refresh();
      return { text: await registry.metrics(), contentType: registry.contentType };
    },
  };
}

/** The time after which a storage that has not responded counts as failed, in milliseconds. */
const maxWaitMs = 1000;

/** Gauges whose values are determined only when they are read. During an outage, those from the storage are absent. */
function addGauges(registry: Registry, source: MetricsSource): () => Promise<void> {
  const gauge = (name: string, help: string) =>
    new Gauge({ name: prefix + name, help, registers: [registry] });
  const isUp = gauge('storage_up', '1 if the storage can be read and written, else 0.');
  const workspaces = gauge('workspaces', 'The number of workspaces.');
  const queued = gauge('queued_ingestions', 'Ingestions that are waiting to be processed.');
  const oldest = gauge(
    'oldest_queued_ingestion_seconds',
    'How long the oldest queued ingestion has been waiting.',
  );
  const requests = gauge('in_flight_requests', 'Requests in flight.');
  const read = readSoon(source.state, maxWaitMs);
  const canWrite = readSoon(() => source.check().then(() => true), maxWaitMs);
  return async () => {
    const [now, isWritable] = await Promise.all([read(), canWrite()]);
    isUp.set(now && isWritable ? 1 : 0);
    requests.set(source.inFlight());
    if (now === undefined) {
      for (const outdated of [workspaces, queued, oldest]) outdated.remove();
      return;
    }
    workspaces.set(now.workspaces);
    queued.set(now.queued);
    oldest.set(now.oldestSeconds);
  };
}
