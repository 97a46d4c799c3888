// Checks whether a new lead is sent once: with Deno's default `fetch`, and with a Deno HTTP client without a connection pool.
import { createSyncClient } from '@telecrm/client';

const client = Deno.createHttpClient({ poolMaxIdlePerHost: 0 });
const clients = {
  pooled: createSyncClient(),
  'not pooled': createSyncClient({ fetch: (request) => fetch(request, { client }) }),
};

for (const [name, telecrm] of Object.entries(clients)) {
  await telecrm.getEnterpriseMetadata();
  await telecrm.try.createLead({ body: { fields: { name } } });
}
