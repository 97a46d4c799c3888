import { type Mock, startMock } from '@telecrm/mock';
import { type Exchange, startRecorder } from './recorder.ts';

/** A sandbox that records the calls of samples. */
export interface SampleSandbox {
  url: string;
  /** The environment variables that samples read. */
  environment: Record<string, string>;
  /** Resets the workspace to its initial state. */
  reset(): Promise<void>;
  /** Returns the exchanges since the last reset or report, and what the workspace dropped. */
  report(): Promise<SampleReport>;
  close(): Promise<void>;
}

interface SampleReport {
  exchanges: Exchange[];
  /** The remarks of responses and ingestions, such as `fields.rating: Rating must be between 1 and 5`. */
  dropped: string[];
  /** The schema violations of accepted requests. */
  violations: string[];
}

export async function startSampleSandbox(): Promise<SampleSandbox> {
  const mock = await startMock({ port: 0 });
  const recorder = await startRecorder(mock.url);
  const local = (url: string) => url.replace(mock.url, recorder.url);
  return {
    url: recorder.url,
    environment: {
      TELECRM_ENTERPRISE_ID: mock.workspace.enterpriseId,
      TELECRM_SYNC_TOKEN: mock.workspace.syncToken,
      TELECRM_ASYNC_TOKEN: mock.workspace.asyncToken,
      TELECRM_SYNC_URL: local(mock.baseUrls.sync),
      TELECRM_ASYNC_URL: local(mock.baseUrls.async),
    },
    async reset() {
      await control(mock, 'POST', 'reset');
      recorder.takeExchanges();
    },
    async report() {
      const exchanges = recorder.takeExchanges();
      await control(mock, 'POST', 'drain');
      const ingestions = await list<{ remarks: Remark[] }>(mock, 'ingestions');
      const requests = await list<{ violations: string[] }>(mock, 'requests');
      return {
        exchanges,
        dropped: [
          ...exchanges.flatMap(({ response }) => remarksIn(response)),
          ...ingestions.flatMap(({ remarks }) => remarks.map(describe)),
        ],
        violations: requests.flatMap(({ violations }) => violations),
      };
    },
    async close() {
      await recorder.close();
      await mock.close();
    },
  };
}

interface Remark {
  field: string;
  remark: string;
}

function describe({ field, remark }: Remark): string {
  return `${field}: ${remark}`;
}

/** The remarks of a response, which say what was dropped and why. */
export function remarksIn(response: unknown): string[] {
  // The sandbox validates its responses.
  return (response as { remarks?: Remark[] } | undefined)?.remarks?.map(describe) ?? [];
}

async function list<Entry>(mock: Mock, name: string): Promise<Entry[]> {
  const response = await control(mock, 'GET', `${name}?limit=1000`);
  return ((await response.json()) as { data: Entry[] }).data;
}

async function control(mock: Mock, method: string, name: string): Promise<Response> {
  const path = `/_sandbox/workspaces/${mock.workspace.enterpriseId}/${name}`;
  const response = await fetch(`${mock.url}${path}`, { method });
  if (!response.ok) throw new Error(`${method} ${path} responds with ${response.status}`);
  return response;
}
