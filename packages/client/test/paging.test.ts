import { describe, expect, it } from 'vitest';
import { createSyncClient, isAction } from '../src/index.ts';
import { callsOf, createLead, useSandbox } from './support/sandbox.ts';
import { type ServerResponse, startServer } from './support/server.ts';

const sandbox = useSandbox({ asyncDelayMs: 0 });

describe('all leads', () => {
  it('are returned one by one, with the maximum page size', async () => {
    await createLeads(205);
    const phones = new Set<string | undefined>();
    for await (const lead of sandbox.sync.searchLeads.all({ body: {} }))
      phones.add(lead.fields.phone);
    expect(phones.size).toBe(205);
    expect(await callsOf(sandbox, 'searchLeads')).toBe(3);
  }, 30_000);

  it('are also returned as pages, with the requested size and start', async () => {
    await createLeads(7);
    const sizes: number[] = [];
    const input = { skip: 1, limit: 4, body: {} };
    for await (const page of sandbox.sync.searchLeads.pages(input)) sizes.push(page.data.length);
    expect(sizes).toEqual([4, 2]);
  });

  it('are not requested after the loop ends', async () => {
    await createLeads(5);
    for await (const _ of sandbox.sync.searchLeads.all({ limit: 1, body: {} })) break;
    expect(await callsOf(sandbox, 'searchLeads')).toBe(1);
  });

  it('that do not exist take one request', async () => {
    expect(await Array.fromAsync(sandbox.sync.searchLeads.all({ body: {} }))).toEqual([]);
    expect(await callsOf(sandbox, 'searchLeads')).toBe(1);
  });

  it('fail as a single page does', async () => {
    await sandbox.fail({ status: 401 });
    const leads = sandbox.sync.searchLeads.all({ body: {} });
    await expect(leads.next()).rejects.toMatchObject({ operationId: 'searchLeads', status: 401 });
  });
});

it('the member list has pages of ten, its maximum, whatever is requested', async () => {
  for (let n = 0; n < 12; n++) {
    const member = { name: `M${n}`, email: `m${n}@example.com`, phone_number: `91987654321${n}` };
    await sandbox.sync.try.createTeamMember({ body: { ...member, role: 'CALLER' } });
  }
  const { total_count } = await sandbox.sync.listTeamMembers();
  const members = await Array.fromAsync(sandbox.sync.listTeamMembers.all({ limit: 100 }));
  expect(members).toHaveLength(total_count);
  await expect(sandbox.sync.listTeamMembers({ limit: 100 })).rejects.toMatchObject({ status: 400 });
});

it('the actions of a lead have pages as well', async () => {
  const leadId = await createLead(sandbox);
  const actions = Array.from({ length: 3 }, (_, n) => ({
    type: '1001' as const,
    fields: { note: `${n}` },
  }));
  await sandbox.sync.createActions({ leadId, body: { actions } });
  const found = await Array.fromAsync(
    sandbox.sync.searchActions.all({ leadId, limit: 2, body: {} }),
  );
  expect(found.map(({ fields }) => fields?.note).sort()).toEqual(['0', '1', '2']);
});

it('the timeline of a lead has pages as well', async () => {
  const leadId = await createLead(sandbox);
  const actions = Array.from({ length: 5 }, () => ({ type: '1001' as const }));
  await sandbox.sync.createActions({ leadId, body: { actions } });
  const found = await Array.fromAsync(sandbox.sync.getLead.all({ leadId, limit: 2 }));
  expect(found.filter((action) => isAction(action, 1001))).toHaveLength(5);
  expect(await callsOf(sandbox, 'getLead')).toBeGreaterThan(2);
  const pages = await Array.fromAsync(sandbox.sync.getLead.pages({ leadId }));
  expect(pages[0]?.fields.name).toBe('Jane Doe');
});

describe('a list that does not advance', () => {
  it('because it returns another page, ends with an error', async () => {
    const body = { data: [{ fields: {} }], total_count: 9, skip: 0, limit: 1 };
    await expect(all(() => ({ body }))).rejects.toMatchObject({ code: 'PAGE_STUCK' });
  });

  it('because it has neither a count nor a start, ends with an error', async () => {
    const data = Array.from({ length: 100 }, () => ({ fields: { name: 'Jane' } }));
    await expect(all(() => ({ body: { data } }))).rejects.toMatchObject({ code: 'PAGE_STUCK' });
  });

  it('because its pages are empty, ends', async () => {
    const body = { data: [], total_count: 9, skip: 0, limit: 1 };
    expect(await all(() => ({ body }))).toEqual([]);
  });

  it('because there is no list, ends with an error', async () => {
    await expect(all(() => ({ body: {} }))).rejects.toMatchObject({ code: 'UNEXPECTED_ANSWER' });
  });
});

it('a list without a count ends with a page that is not full', async () => {
  let page = 0;
  const leads = await all(() => {
    const length = page++ === 0 ? 100 : 3;
    return { body: { data: Array.from({ length }, (_, n) => ({ id: `${page}-${n}` })) } };
  });
  expect(leads).toHaveLength(103);
});

async function all(respond: () => ServerResponse): Promise<unknown[]> {
  await using server = await startServer(respond);
  const id = { enterpriseId: 'ent_sandbox', token: 'sandbox-sync-token' };
  const client = createSyncClient({ ...id, baseUrl: server.url });
  return await Array.fromAsync(client.searchLeads.all({ body: {} }));
}

async function createLeads(count: number): Promise<void> {
  const phones = Array.from({ length: count }, (_, n) => `9198765${String(n).padStart(5, '0')}`);
  await Promise.all(
    phones.map((phone) => sandbox.async.createOrUpdateLead({ body: { fields: { phone } } })),
  );
  await sandbox.drain();
}
