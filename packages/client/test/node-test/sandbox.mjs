// A test for node:test as a user would write it.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { startSandbox } from '@telecrm/client/testing';

it('a form handler stores the lead', async () => {
  const sandbox = await startSandbox();
  try {
    await sandbox.async.createOrUpdateLead({ body: { fields: { phone: '919876543210' } } });
    const [ingestion] = await sandbox.ingestions();
    assert.equal(ingestion.outcome, 'CREATED');
  } finally {
    await sandbox.close();
  }
});
