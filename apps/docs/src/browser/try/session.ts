import { createSandbox, type Fault, type Ingestion, type Sandbox } from '@telecrm/sandbox';
import { headersOf, pathOf } from '../../try/address.ts';
import { type FaultName, operationOf, type TryRequest } from './requests.ts';
import { store, stored } from './stored-calls.ts';

/** A part of a request that telecrm dropped, with the reason and the fix. */
export interface Dropped {
  field: string;
  remark: string;
}

/** What came back. */
export interface Exchange {
  /** Nothing where the connection was cut. */
  response: { status: number; headers: [name: string, value: string][]; text: string } | undefined;
  /** What became of a lead that the Async API has queued. */
  ingestion: Ingestion | undefined;
  dropped: readonly Dropped[];
}

/** Calls made through the panel, on a sandbox in this page. */
export interface Session {
  readonly workspace: Sandbox['workspace'];
  send(request: TryRequest, fault: FaultName): Promise<Exchange>;
  /** Begins again with the leads of the examples. */
  reset(): Promise<void>;
}

const faults: Readonly<Record<FaultName, Fault | undefined>> = {
  none: undefined,
  429: { status: 429, retryAfterSeconds: 2, times: 1 },
  503: { status: 503, times: 1 },
  cut: { drop: 'after', times: 1 },
};

/**
 * Opens a sandbox. The same calls lead to the same state, so the requests that this tab has sent on other pages are made
 * again, and a sequence goes on from page to page.
 */
export async function openSession(): Promise<Session> {
  let sandbox = create();
  await sandbox.ready();
  let sent = stored();
  for (const { request, fault } of sent) await call(sandbox, request, fault);
  return {
    get workspace() {
      return sandbox.workspace;
    },
    async send(request, fault) {
      const exchange = await call(sandbox, request, fault);
      sent.push({ request, fault });
      store(sent);
      return exchange;
    },
    async reset() {
      sandbox = create();
      await sandbox.ready();
      sent = [];
      store(sent);
    },
  };
}

function create(): Sandbox {
  return createSandbox({ deterministic: true, log: () => undefined });
}

async function call(sandbox: Sandbox, request: TryRequest, name: FaultName): Promise<Exchange> {
  const { workspace, baseUrls } = sandbox;
  const operation = operationOf(request.operation);
  const fault = faults[name];
  const before = (await workspace.ingestions({ limit: 1 })).total_count;
  if (fault) await workspace.faults.replace([fault]);
  const response = await sandbox
    .fetch(baseUrls[operation.api] + pathOf(operation, request.parameters), {
      method: operation.method,
      headers: headersOf(operation, request.body),
      ...(request.body !== undefined && { body: request.body }),
    })
    .catch(() => undefined);
  await workspace.faults.clear();
  await workspace.drain();
  const { data, total_count } = await workspace.ingestions({ limit: 1 });
  const ingestion = total_count > before ? data[0] : undefined;
  const [logged] = (await workspace.requests({ limit: 1 })).data;
  return {
    response: response && {
      status: response.status,
      headers: [...response.headers],
      text: await response.text(),
    },
    ingestion,
    dropped: ingestion?.remarks ?? logged?.dropped ?? [],
  };
}
