import { type Mock, startMock } from '@telecrm/mock';
import { type Exchange, startRecorder } from './recorder.ts';

/** A sandbox whose calls are recorded, for samples to run against. */
export interface SampleSandbox {
  url: string;
  /** What the environment of a program says of it. */
  environment: Record<string, string>;
  /** Brings the workspace back to its beginning. */
  reset(): Promise<void>;
  /** What was exchanged since the last reset, and what the workspace dropped of it. */
  report(): Promise<SampleReport>;
  close(): Promise<void>;
}

interface SampleReport {
  exchanges: Exchange[];
  /** The remarks of responses and ingestions: `fields.rating: Rating must be between 1 and 5`. */
  dropped: string[];
  /** What the sandbox has to say against requests that it took. */
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
      recorder.take();
    },
    async report() {
      const exchanges = recorder.take();
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

/** The remarks of a response: what of the request was dropped, and why. */
export function remarksIn(response: unknown): string[] {
  // The mock has checked the form of its own responses.
  return (response as { remarks?: Remark[] } | undefined)?.remarks?.map(describe) ?? [];
}

async function list<Entry>(mock: Mock, name: string): Promise<Entry[]> {
  const response = await control(mock, 'GET', `${name}?limit=1000`);
  return ((await response.json()) as { data: Entry[] }).data;
}

async function control(mock: Mock, method: string, name: string): Promise<Response> {
  const path = `/_sandbox/workspaces/${mock.workspace.enterpriseId}/${name}`;
  const response = await fetch(`${mock.url}${path}`, { method });
  if (!response.ok) throw new Error(`${method} ${path} answers ${response.status}`);
  return response;
}
