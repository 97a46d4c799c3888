import { expect, it } from 'vitest';
import { createdLead, expectSuccess, fieldsOf, open, timelineOf } from '../testing/open.ts';
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
  'creates no lead if %s fails, and succeeds when repeated',
  async (method) => {
    const store = createMemoryStore();
    const { operations } = await open({}, { store });
    const failing = await open({}, { store: { ...failingOnce(method) } });
    const body = { fields, actions: [{ type: '1001', ...visit }] };
    await expect(failing.operations.createLead({ body })).rejects.toThrow('the disk is full');
    expect(await failing.store.findLead('919999999999')).toBeUndefined();
    expect(await failing.store.listOptions('lead.contact_source')).toEqual([]);
    const { lead_id } = await expectSuccess(failing.operations.createLead({ body }));
    expect(await timelineOf(failing, lead_id)).toHaveLength(1);
    expect(await operations.searchLeads({ body: {} })).toMatchObject({ data: { total_count: 0 } });
  },
);

it('does not change the lead if an ingestion fails, and succeeds when repeated', async () => {
  const workspace = await open({}, { store: failingOnce('appendActions') });
  const leadId = await createdLead(workspace, { phone: '919999999999', name: 'Jane' });
  const body = { fields: { ...fields, name: 'Joe' }, actions: [{ type: 'ACTION_1001', ...visit }] };
  await expect(workspace.ingest(body)).rejects.toThrow('the disk is full');
  expect(await fieldsOf(workspace, leadId)).toEqual({ phone: '919999999999', name: 'Jane' });
  expect(await workspace.ingest(body)).toMatchObject({ outcome: 'UPDATED', lead_id: leadId });
  expect(await timelineOf(workspace, leadId)).toHaveLength(1);
});

it.each(['addOption', 'changeLead'] as const)(
  'changes nothing if %s of an update fails',
  async (method) => {
    const workspace = await open({}, { store: failingOnce(method) });
    const leadId = await createdLead(workspace);
    const update = { path: { leadId }, body: { fields: { contact_source: 'Fair', name: 'Joe' } } };
    await expect(workspace.operations.updateLead(update)).rejects.toThrow('the disk is full');
    expect(await fieldsOf(workspace, leadId)).toEqual({ phone: '919999999999' });
    expect(await workspace.store.listOptions('lead.contact_source')).toEqual([]);
    await expectSuccess(workspace.operations.updateLead(update));
    expect(await fieldsOf(workspace, leadId)).toMatchObject({ name: 'Joe' });
  },
);

it('appends either all actions or none', async () => {
  const workspace = await open({}, { store: failingOnce('appendActions') });
  const leadId = await createdLead(workspace);
  const path = { leadId };
  const body = { actions: [{ type: '1001', fields: { outcome: 'New outcome' } }] };
  await expect(workspace.operations.createActions({ path, body })).rejects.toThrow('disk');
  expect(await workspace.store.listOptions('ACTION_1001.outcome')).toEqual([]);
  expect(await timelineOf(workspace, leadId)).toEqual([]);
});

it('fills an empty store once if two workspaces open it concurrently', async () => {
  const store = createMemoryStore();
  await Promise.all([open({}, { store }), open({}, { store })]);
  expect(await store.listMembers()).toHaveLength(4);
});

it('looks up only the members that a write names, instead of listing all', async () => {
  const store = createMemoryStore();
  const customFields = [{ apiName: 'owner', type: 'activeUsers' }];
  const workspace = await open({ customFields }, { store });
  const listMembers = async () => {
    throw new Error('all members are listed');
  };
  const { operations } = await open({ customFields }, { store: { ...store, listMembers } });
  const created = await expectSuccess(
    operations.createLead({ body: { fields: { ...fields, owner: 'Jane.Doe@Example.com' } } }),
  );
  expect(await fieldsOf(workspace, created.lead_id)).toMatchObject({
    owner: 'jane.doe@example.com',
  });
});
