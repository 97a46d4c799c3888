import { createSyncClient } from '@telecrm/client';
import { expect, it } from 'vitest';
import { withFailures } from './failure.ts';

function callWithError(status: number, code: string) {
  const sync = createSyncClient({
    enterpriseId: 'ent_1',
    token: 'a-token-of-this-test',
    baseUrl: 'http://sandbox.invalid',
    retry: { maxAttempts: 1 },
    fetch: async () => Response.json({ error: { code, message: 'It says why.' } }, { status }),
  });
  return withFailures(() => sync.getEnterpriseMetadata({}));
}

it.each([
  [401, 'NOT_AUTHORIZED', 2, /its type/],
  [404, 'ENTERPRISE_NOT_FOUND', 2, /^undefined$/],
  [503, 'INTERNAL_SERVER_ERROR', 3, /TELECRM_SYNC_URL/],
])('maps %s %s to the exit code %s and a fix', async (status, code, exitCode, fix) => {
  const error = await callWithError(status, code).catch((error) => error);
  expect(error).toMatchObject({
    exitCode,
    message: `telecrm responded with ${status} ${code}: It says why.`,
  });
  expect(String(error.fix)).toMatch(fix);
});

it('does not change other errors', async () => {
  const mistake = new TypeError('a mistake in the program');
  await expect(withFailures(() => Promise.reject(mistake))).rejects.toBe(mistake);
});
