import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type AuditEntry, StorageUnavailableError } from '../../storage/index.ts';
import { retention } from '../../storage/retention.ts';
import { adminToken, type Hosted, hosted } from '../../testing/hosted.ts';

const page = { skip: 0, limit: 10 };
const outage = new StorageUnavailableError('its database cannot be reached', 2);
const observer = {
  ...{ ingested: vi.fn(), dropped: vi.fn(), audited: vi.fn(), auditFailed: vi.fn() },
};
const log = vi.fn();
let shared: Hosted;
let as: Hosted['as'];
beforeEach(() => {
  vi.clearAllMocks();
  shared = hosted({}, { log, observer });
  as = shared.as;
});

describe('a call that changes something', () => {
  it('is not processed if it cannot be added to the audit trail', async () => {
    vi.spyOn(shared.storage.hosting.audit, 'add').mockRejectedValueOnce(outage);
    const { status, headers } = await as(adminToken)('POST', '/partners', { name: 'Acme' });
    expect([status, headers.get('retry-after')]).toEqual([503, '2']);
    expect((await shared.storage.partners.list(page)).total).toBe(0);
    expect(observer.audited).not.toHaveBeenCalled();
  });

  it('has its own response if only its status cannot be stored, which is logged and counted', async () => {
    vi.spyOn(shared.storage.hosting.audit, 'complete').mockRejectedValueOnce(outage);
    const { status, body } = await as(adminToken)('POST', '/partners', { name: 'Acme' });
    expect(status).toBe(201);
    expect((await as(body.key)('GET', '/access')).body.role).toBe('partner');
    expect(log.mock.calls).toEqual([
      ['StorageUnavailableError while the status of a createPartner is written to the audit trail'],
    ]);
    expect(observer.auditFailed).toHaveBeenCalledOnce();
    const entry = { actor: 'admin', operation: 'createPartner' };
    expect(observer.audited.mock.calls).toMatchObject([[{ ...entry, status: 201 }]]);
    const { body: listed } = await as(adminToken)('GET', '/audit');
    expect(listed.data).toMatchObject([{ ...entry, status: null }]);
  });

  it('is in the audit trail while it is processed', async () => {
    const inserting = Promise.withResolvers<void>();
    vi.spyOn(shared.storage.partners, 'insert').mockReturnValueOnce(inserting.promise);
    const creating = as(adminToken)('POST', '/partners', { name: 'Acme' });
    await vi.waitFor(() => expect(shared.storage.partners.insert).toHaveBeenCalled());
    const statuses = async () =>
      (await shared.storage.hosting.audit.list({}, page)).items.map(({ status }) => status);
    expect(await statuses()).toEqual([null]);
    inserting.resolve();
    await creating;
    expect(await statuses()).toEqual([201]);
  });

  it('is in the audit trail with its status if the sandbox fails', async () => {
    vi.spyOn(shared.storage.partners, 'insert').mockRejectedValueOnce(new RangeError('a secret'));
    expect((await as(adminToken)('POST', '/partners', { name: 'Acme' })).status).toBe(500);
    const { items } = await shared.storage.hosting.audit.list({}, page);
    expect(items).toMatchObject([{ operation: 'createPartner', status: 500 }]);
  });
});

it('rejects a wrong key with a 401, even if it cannot be added to the audit trail', async () => {
  vi.spyOn(shared.storage.hosting.audit, 'add').mockRejectedValueOnce(outage);
  expect((await as('wrong')('GET', '/workspaces')).status).toBe(401);
  expect(observer.auditFailed).toHaveBeenCalledOnce();
  expect(observer.audited.mock.calls).toMatchObject([[{ actor: 'unknown', status: 401 }]]);
});

it('keeps the entries of others if one caller fills the audit trail', async () => {
  const { audit } = shared.storage.hosting;
  const { key } = await shared.partner('A');
  const b = await shared.partner('B');
  await shared.workspace(b.key);
  await shared.workspace(key);
  const { items } = await audit.list({}, page);
  const [byA, byB] = items;
  const another = { ...byA, operation: 'resetWorkspace' } as AuditEntry;
  for (let count = 0; count < retention.auditEntries; count++) await audit.add(another);
  const own = (await as(key)('GET', '/audit?limit=1')).body;
  expect(own.total_count).toBe(retention.auditEntries);
  const { body } = await as(adminToken)('GET', `/audit?skip=${retention.auditEntries}`);
  expect(body.data).toEqual([byB, ...items.slice(2)]);
});
