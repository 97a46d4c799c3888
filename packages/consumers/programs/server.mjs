// A program as a user would write it, in plain JavaScript for any runtime.
import {
  assertComplete,
  createAsyncClient,
  createSyncClient,
  customAction,
  ingestAndVerify,
  ingestMany,
  isTelecrmError,
} from '@telecrm/client';

const sync = createSyncClient({ retry: { backoffMs: 5 } });
const async = createAsyncClient();
const phone = '919876543210';
const actions = [customAction(1001, { note: 'Site visit completed' })];

// The test configured the sandbox to fail twice.
assertComplete(await sync.createActions({ leadId: await newLead(), body: { actions } }));
const rows = [];
for await (const lead of sync.searchLeads.all({ limit: 1, body: {} })) rows.push(lead);

const duplicate = await sync.createLead({ body: { fields: { phone } } }).catch((error) => error);
const notFound = await sync.try.getLead({ leadId: '603d2b2f9b1e8a001c8e4fff' });
const unreachable = createSyncClient({
  baseUrl: process.env.NOBODY_URL,
  retry: { maxAttempts: 1 },
});
const lost = await unreachable.try.createLead({ body: { fields: { phone } } });

const verified = await ingestAndVerify(async, sync, { fields: { phone, name: 'Jane Roe' } });
const outcomes = [];
const leads = [{ fields: { phone: '919876543211' } }, { fields: { phone: '919876543212' } }];
for await (const { ok } of ingestMany(async, leads)) outcomes.push(ok);

console.log(
  JSON.stringify({
    rows: rows.length,
    duplicate: isTelecrmError(duplicate, { operation: 'createLead' }) && duplicate.code,
    notFound: notFound.ok || notFound.error.code,
    neverLeft: !lost.ok && lost.error.code === 'NETWORK' && !lost.error.mayHaveHappened,
    verified: verified.complete,
    outcomes,
  }),
);

async function newLead() {
  const { lead_id } = await sync.createLead({ body: { fields: { phone } } });
  return lead_id;
}
