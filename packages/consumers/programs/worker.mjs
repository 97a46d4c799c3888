// A worker whose requests share the clients and their limiters, as the modules of a worker do.
import { createAsyncClient, createRateLimiter, createSyncClient } from '@telecrm/client';

let clients;

export default {
  async fetch(request) {
    const { searchParams } = new URL(request.url);
    clients ??= createClients(Object.fromEntries(searchParams));
    const phone = searchParams.get('phone');
    const { status } = await clients.async.createOrUpdateLead({ body: { fields: { phone } } });
    const { id } = await clients.sync.getEnterpriseMetadata({}, { totalTimeoutMs: 20_000 });
    return Response.json({ status, id });
  },
};

function createClients({ enterpriseId, syncToken, asyncToken, sync, async }) {
  const rateLimit = createRateLimiter({ concurrency: 1 });
  const retry = { backoffMs: 5 };
  return {
    sync: createSyncClient({ enterpriseId, token: syncToken, baseUrl: sync, rateLimit, retry }),
    async: createAsyncClient({ enterpriseId, token: asyncToken, baseUrl: async, retry }),
  };
}
