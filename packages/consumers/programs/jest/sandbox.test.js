const { startSandbox } = require('@telecrm/client/testing');

it('a lead sent to the Async API can be read back', async () => {
  const sandbox = await startSandbox();
  await sandbox.async.createOrUpdateLead({ body: { fields: { phone: '919876543210' } } });
  await sandbox.drain();
  const { data } = await sandbox.sync.searchLeads({ body: { fields: { phone: '919876543210' } } });
  expect(data.map(({ fields }) => fields.phone)).toEqual(['919876543210']);
  await sandbox.close();
});
