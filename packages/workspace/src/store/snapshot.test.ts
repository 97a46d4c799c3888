import { expect, it } from 'vitest';
import { createMemoryStore } from './memory.ts';

const lead = { id: 'a', identifier: 'i', fields: {}, createdOn: 1, modifiedOn: 1 };
const action = {
  id: 'x',
  leadId: 'a',
  type: '1001',
  createdOn: 1,
  modifiedOn: 1,
  performedBy: '',
};
const member = {
  name: 'Ann',
  email: 'ann@example.com',
  status: 'Active',
  phone_number: '91',
  ...{ manager_name: null, manager_email: null, permission_template_name: null },
  license: null,
};
const whole = {
  format: 'telecrm-workspace',
  version: 1,
  leads: [lead],
  actions: [action],
  members: [member],
  options: [{ field: 'lead.source', labels: ['New'] }],
};

it('a whole snapshot is taken', async () => {
  expect(await createMemoryStore().restore(whole)).toEqual({ ok: true });
});

it.each<[unknown, string]>([
  [null, 'it is not a telecrm-workspace snapshot'],
  ['torn {', 'it is not a telecrm-workspace snapshot'],
  [{ ...whole, format: 'other' }, 'it is not a telecrm-workspace snapshot'],
  [{ ...whole, version: 2 }, 'it is of version 2, this is 1'],
  [{ ...whole, actions: undefined }, '`actions` is missing'],
  [{ ...whole, leads: [lead, { ...lead, id: 5 }] }, '`leads[1]` is not whole'],
  [{ ...whole, leads: [{ ...lead, createdOn: 'x' }] }, '`leads[0]` is not whole'],
  [{ ...whole, leads: [{ ...lead, fields: { a: null } }] }, '`leads[0]` is not whole'],
  [{ ...whole, leads: [{ ...lead, fields: { a: [5] } }] }, '`leads[0]` is not whole'],
  [{ ...whole, actions: [{ ...action, fields: 5 }] }, '`actions[0]` is not whole'],
  [{ ...whole, actions: [{ ...action, data: 5 }] }, '`actions[0]` is not whole'],
  [{ ...whole, members: [{ ...member, license: 5 }] }, '`members[0]` is not whole'],
  [{ ...whole, members: [{ ...member, manager_name: 5 }] }, '`members[0]` is not whole'],
  [{ ...whole, options: [{ field: 'x', labels: 'y' }] }, '`options[0]` is not whole'],
  [{ ...whole, leads: [lead, { ...lead, identifier: 'j' }] }, 'two leads have one ID'],
  [{ ...whole, leads: [lead, { ...lead, id: 'b' }] }, 'two leads have one identifier'],
  [{ ...whole, leads: [] }, 'an action is of a lead that is not there'],
  [{ ...whole, actions: [action, action] }, 'two actions of a lead have one ID'],
  [{ ...whole, members: [member, member] }, 'two members have one email address'],
])('%j changes nothing', async (snapshot, why) => {
  const store = createMemoryStore();
  await store.insertLead({ ...lead, id: 'kept' });
  const result = await store.restore(snapshot);
  expect(result).toEqual({ ok: false, reason: `The snapshot cannot be used: ${why}.` });
  expect(await store.getLead('kept')).toBeDefined();
});
