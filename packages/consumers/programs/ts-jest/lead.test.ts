import { createSyncClient, isTelecrmError } from '@telecrm/client';

// Jest's own types are not under test.
declare const test: (name: string, run: () => Promise<void>) => void;
declare const expect: (value: unknown) => { toBe(expected: unknown): void };

const telecrm = createSyncClient();

test('a known phone is rejected', async () => {
  const body = { fields: { phone: '919876543210' } };
  await telecrm.createLead({ body });
  const error: unknown = await telecrm.createLead({ body }).catch((error) => error);
  const code = isTelecrmError(error, { operation: 'createLead' }) && error.code;
  expect(code).toBe('LEAD_ALREADY_EXISTS');
});
