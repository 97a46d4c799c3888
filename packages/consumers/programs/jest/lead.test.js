const { createSyncClient, isTelecrmError } = require('@telecrm/client');

const telecrm = createSyncClient();

it('a known phone is rejected', async () => {
  const body = { fields: { phone: '919876543210' } };
  await telecrm.createLead({ body });
  const error = await telecrm.createLead({ body }).catch((error) => error);
  expect(isTelecrmError(error, { operation: 'createLead' })).toBe(true);
  expect(error).toMatchObject({ code: 'LEAD_ALREADY_EXISTS', status: 409 });
});
