import { expect, it } from 'vitest';
import { hosted } from '../../testing/hosted.ts';

async function ofPartner(quota = 10) {
  const { as, partner, workspace } = hosted({ quotas: { faults: quota } });
  const { key } = await partner();
  const { enterpriseId } = await workspace(key);
  return (method: string, path: string, body?: unknown) =>
    as(key)(method, `/workspaces/${enterpriseId}${path}`, body);
}

it('adds the faults of several people at the same time, up to the quota', async () => {
  const call = await ofPartner(3);
  const responses = await Promise.all(
    [500, 501, 502, 503].map((status) => call('POST', '/faults', { status })),
  );
  expect(responses.map(({ status }) => status).sort()).toEqual([200, 200, 200, 403]);
  expect(responses.find(({ status }) => status === 403)?.body.error.message).toContain('3 faults');
  expect((await call('GET', '/faults')).body).toHaveLength(3);
});

it('removes one fault, and none that another person has added meanwhile', async () => {
  const call = await ofPartner();
  const [first, second] = [{ status: 500, times: 3 }, { drop: 'after' }];
  await call('PUT', '/faults', [first, second]);
  const [removed, added] = await Promise.all([
    call('POST', '/faults/remove', { times: 3, status: 500 }),
    call('POST', '/faults', { status: 503 }),
  ]);
  expect([removed?.status, added?.status]).toEqual([200, 200]);
  expect((await call('GET', '/faults')).body).toEqual([second, { status: 503 }]);
  const again = await call('POST', '/faults/remove', first);
  expect([again.status, again.body.error.code]).toEqual([404, 'FAULT_NOT_FOUND']);
});

it('stores no more of all faults than a request can set at once', async () => {
  const call = await ofPartner();
  const large = { body: 'x'.repeat(600_000) };
  expect((await call('POST', '/faults', large)).status).toBe(200);
  const { status, body } = await call('POST', '/faults', large);
  expect([status, body.error.code]).toEqual([403, 'QUOTA_EXCEEDED']);
  expect(body.error.message).toContain('1048576 characters in the faults of a workspace');
  expect((await call('GET', '/faults')).body).toEqual([large]);
});

it('rejects a fault of an unknown operation', async () => {
  const call = await ofPartner();
  const { status, body } = await call('POST', '/faults', { operationId: 'none', status: 500 });
  expect([status, body.error.message]).toEqual([400, expect.stringMatching(/^body\.operationId /)]);
});

it('changes some variants and leaves those that another person changes', async () => {
  const call = await ofPartner();
  await call('PUT', '/variants', { acknowledgement: 'text' });
  const [one, other] = await Promise.all([
    call('PATCH', '/variants', { documentedSearchRows: true }),
    call('PATCH', '/variants', { unauthorizedUnknownEnterprise: true }),
  ]);
  expect([one?.status, other?.status]).toEqual([200, 200]);
  const { body } = await call('GET', '');
  expect(body.variants).toEqual({
    ...{ acknowledgement: 'text', documentedSearchRows: true, unauthorizedUnknownEnterprise: true },
  });
  const off = await call('PATCH', '/variants', { documentedSearchRows: false });
  expect(off.body.documentedSearchRows).not.toBe(true);
  expect((await call('PATCH', '/variants', { documentedSearchRows: 1 })).status).toBe(400);
});
