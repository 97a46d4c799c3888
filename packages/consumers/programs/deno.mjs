// Whether a new lead is sent once, by Deno's own `fetch` and with a client of Deno's that keeps no connections.
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
