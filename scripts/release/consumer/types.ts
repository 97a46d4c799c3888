// Code that a customer's compiler must accept, and code that it must reject.
import { createSyncClient } from '@telecrm/client';
import { createAsyncHttp, createSyncHttp } from '@telecrm/client/http';
import { defaultCredentials } from '@telecrm/mock';
import { createSandbox } from '@telecrm/sandbox';
import { fingerprint } from '@telecrm/spec';
import { bundlePath } from '@telecrm/spec/files';

const { enterpriseId, syncToken, asyncToken } = defaultCredentials;
const http = createSyncHttp({ enterpriseId, token: syncToken });
const { data } = await http.POST('/enterprise/{enterpriseId}/lead', {
  body: { fields: { phone: '919999999999' }, actions: [{ type: '1001' }] },
});
const id: string | undefined = data?.lead_id;

await using inProcess = createSandbox();
export const test = createSyncClient({ enterpriseId, token: syncToken, fetch: inProcess.fetch });

const ingest = createAsyncHttp({ enterpriseId, token: asyncToken });
await ingest.POST('/enterprise/{enterpriseId}/autoupdatelead', {
  // @ts-expect-error The Async API drops a bare code.
  body: { fields: { phone: '919999999999' }, actions: [{ type: '1001' }] },
});

export const used: (string | undefined)[] = [id, fingerprint, bundlePath('sync', 'yaml')];
