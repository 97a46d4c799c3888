import { callerOf } from '@telecrm/caller';
import { expect, it } from 'vitest';
import { sandboxForThisFile } from '../testing/mock.ts';

const mock = await sandboxForThisFile();
const { sync, control } = callerOf(mock);

it('lets no script run in a response that a fault defines, on the origin of the console', async () => {
  const body = '<script>parent.hacked = 1</script>';
  const fault = { operationId: 'getEnterpriseMetadata', body, contentType: 'text/html', times: 1 };
  await control('PUT', '/faults', [fault]);
  const { headers, body: received } = await sync('GET', '/metadata');
  expect([received, headers.get('content-type')]).toEqual([body, 'text/html']);
  expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

it('adds no such header to other responses of the APIs', async () => {
  const { headers } = await sync('GET', '/metadata');
  expect(headers.get('content-security-policy')).toBeNull();
  expect(headers.get('x-content-type-options')).toBeNull();
});
