import { createSandbox, type Fault, type Ingestion, type Sandbox } from '@telecrm/sandbox';
import { headersOf, pathOf } from '../../try/address.ts';
import { type FaultName, operationOf, type TryRequest } from './requests.ts';
import { loadRequests, saveRequests } from './session-requests.ts';

/** A part of a request that telecrm dropped, with the reason and the fix. */
export interface Dropped {
  field: string;
  remark: string;
}

/** The outcome of a request. */
export interface Exchange {
  /** `undefined` if the connection was closed without a response. */
  response: { status: number; headers: [name: string, value: string][]; text: string } | undefined;
  /** The result of the ingestion if the Async API queued a lead. */
  ingestion: Ingestion | undefined;
  dropped: readonly Dropped[];
}

/** A sandbox in this page, and the requests that were sent to it. */
export interface Session {
  readonly workspace: Sandbox['workspace'];
  send(request: TryRequest, fault: FaultName): Promise<Exchange>;
  /** Restores the example leads. */
  reset(): Promise<void>;
}

const faults: Readonly<Record<FaultName, Fault | undefined>> = {
  none: undefined,
  429: { status: 429, retryAfterSeconds: 2, times: 1 },
  503: { status: 503, times: 1 },
  cut: { drop: 'after', times: 1 },
};

/**
 * Creates a sandbox and repeats the requests that this tab sent on previous pages. The sandbox is deterministic, so its
 * state is then the same as on those pages.
 */
export async function openSession(): Promise<Session> {
  let sandbox = create();
  await sandbox.ready();
  let sent = loadRequests();
  for (const { request, fault } of sent) await call(sandbox, request, fault);
  return {
    get workspace() {
      return sandbox.workspace;
    },
    async send(request, fault) {
      const exchange = await call(sandbox, request, fault);
      sent.push({ request, fault });
      saveRequests(sent);
      return exchange;
    },
    async reset() {
      sandbox = create();
      await sandbox.ready();
      sent = [];
      saveRequests(sent);
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
