import { expect, it } from 'vitest';
import { answered, createdLead, fieldsOf, open, timelineOf } from '../testing/open.ts';
import { createMemoryStore, type StoreTransaction, type WorkspaceStore } from './index.ts';

/** A store whose method fails once. */
function failingOnce(method: keyof StoreTransaction): WorkspaceStore {
  const store = createMemoryStore();
  let failed = false;
  const fail = async () => {
    failed = true;
    throw new Error('the disk is full');
  };
  return {
    ...store,
    transaction: (work) =>
      store.transaction((transaction) =>
        work(failed ? transaction : { ...transaction, [method]: fail }),
      ),
  };
}

const fields = { phone: '919999999999', contact_source: 'Fair' };
const visit = { fields: { note: 'Hello' } };

it.each(['appendActions', 'addOption', 'insertLead'] as const)(
  'a lead whose %s fails is not created, and a second try succeeds',
  async (method) => {
    const store = createMemoryStore();
    const { operations } = await open({}, { store });
    const failing = await open({}, { store: { ...failingOnce(method) } });
    const body = { fields, actions: [{ type: '1001', ...visit }] };
    await expect(failing.operations.createLead({ body })).rejects.toThrow('the disk is full');
    expect(await failing.store.findLead('919999999999')).toBeUndefined();
    expect(await failing.store.listOptions('lead.contact_source')).toEqual([]);
    const { lead_id } = await answered(failing.operations.createLead({ body }));
    expect(await timelineOf(failing, lead_id)).toHaveLength(1);
    expect(await operations.searchLeads({ body: {} })).toMatchObject({ data: { total_count: 0 } });
  },
);

it('an ingestion that fails does not change the lead, and a second try succeeds', async () => {
  const workspace = await open({}, { store: failingOnce('appendActions') });
  const leadId = await createdLead(workspace, { phone: '919999999999', name: 'Jane' });
  const body = { fields: { ...fields, name: 'Joe' }, actions: [{ type: 'ACTION_1001', ...visit }] };
  await expect(workspace.ingest(body)).rejects.toThrow('the disk is full');
  expect(await fieldsOf(workspace, leadId)).toEqual({ phone: '919999999999', name: 'Jane' });
  expect(await workspace.ingest(body)).toMatchObject({ outcome: 'UPDATED', lead_id: leadId });
  expect(await timelineOf(workspace, leadId)).toHaveLength(1);
});

it.each(['addOption', 'changeLead'] as const)(
  'an update whose %s fails changes nothing',
  async (method) => {
    const workspace = await open({}, { store: failingOnce(method) });
    const leadId = await createdLead(workspace);
    const update = { path: { leadId }, body: { fields: { contact_source: 'Fair', name: 'Joe' } } };
    await expect(workspace.operations.updateLead(update)).rejects.toThrow('the disk is full');
    expect(await fieldsOf(workspace, leadId)).toEqual({ phone: '919999999999' });
    expect(await workspace.store.listOptions('lead.contact_source')).toEqual([]);
    await answered(workspace.operations.updateLead(update));
    expect(await fieldsOf(workspace, leadId)).toMatchObject({ name: 'Joe' });
  },
);

it('either all or none of the actions are appended', async () => {
  const workspace = await open({}, { store: failingOnce('appendActions') });
  const leadId = await createdLead(workspace);
  const path = { leadId };
  const body = { actions: [{ type: '1001', fields: { outcome: 'New outcome' } }] };
  await expect(workspace.operations.createActions({ path, body })).rejects.toThrow('disk');
  expect(await workspace.store.listOptions('ACTION_1001.outcome')).toEqual([]);
  expect(await timelineOf(workspace, leadId)).toEqual([]);
});

it('two workspaces that open one empty store concurrently fill it once', async () => {
  const store = createMemoryStore();
  await Promise.all([open({}, { store }), open({}, { store })]);
  expect(await store.listMembers()).toHaveLength(4);
});

it('a write looks up the members that it names, and does not list all members', async () => {
  const store = createMemoryStore();
  const customFields = [{ apiName: 'owner', type: 'activeUsers' }];
  const workspace = await open({ customFields }, { store });
  const listMembers = async () => {
    throw new Error('all members are listed');
  };
  const { operations } = await open({ customFields }, { store: { ...store, listMembers } });
  const created = await answered(
    operations.createLead({ body: { fields: { ...fields, owner: 'Jane.Doe@Example.com' } } }),
  );
  expect(await fieldsOf(workspace, created.lead_id)).toMatchObject({
    owner: 'jane.doe@example.com',
  });
});
