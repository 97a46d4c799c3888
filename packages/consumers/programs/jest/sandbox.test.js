const { createSyncClient } = require('@telecrm/client');
const { createSandbox } = require('@telecrm/sandbox');

test('a lead can be read back', async () => {
  const sandbox = createSandbox();
  const { enterpriseId, syncToken } = sandbox.workspace;
  const telecrm = createSyncClient({ enterpriseId, token: syncToken, fetch: sandbox.fetch });
  const { lead_id } = await telecrm.createLead({ body: { fields: { phone: '919876543210' } } });
  const lead = await telecrm.getLead({ leadId: lead_id });
  expect(lead.fields.phone).toBe('919876543210');
  await sandbox.close();
});
