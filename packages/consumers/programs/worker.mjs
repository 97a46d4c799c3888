// A worker whose requests share the clients and their limiters through module scope.

import { env } from 'cloudflare:workers';
import { createAsyncClient, createRateLimiter, createSyncClient } from '@telecrm/client';

const enterpriseId = env.TELECRM_ENTERPRISE_ID;
const sync = {
  enterpriseId,
  token: env.TELECRM_SYNC_TOKEN,
  baseUrl: env.TELECRM_SYNC_URL,
  retry: { backoffMs: 5 },
};
const clients = {
  '/': createSyncClient(sync),
  '/impatient': createSyncClient({
    ...sync,
    attemptTimeoutMs: 2000,
    retry: { maxAttempts: 1 },
  }),
  '/one-at-a-time': createSyncClient({ ...sync, rateLimit: createRateLimiter({ concurrency: 1 }) }),
};
const ingest = createAsyncClient({
  enterpriseId,
  token: env.TELECRM_ASYNC_TOKEN,
  baseUrl: env.TELECRM_ASYNC_URL,
});

export default {
  async fetch(request) {
    const { pathname, searchParams } = new URL(request.url);
    const phone = searchParams.get('phone');
    const result = phone
      ? await ingest.try.createOrUpdateLead({ body: { fields: { phone } } })
      : await clients[pathname].try.getEnterpriseMetadata();
    if (!result.ok) return new Response(result.error.code);
    return new Response(result.data.status ?? result.data.name);
  },
};
