import { expect, it } from 'vitest';
import { createMemoryStore } from './memory/store.ts';

const lead = { id: 'a', identifier: 'i', fields: {}, createdOn: 1, modifiedOn: 1 };
const action = {
  id: 'x',
  leadId: 'a',
  type: '1001',
  createdOn: 1,
  modifiedOn: 1,
  performedBy: '',
};
const ann = {
  name: 'Ann',
  email: 'ann@example.com',
  status: 'Active',
  phone_number: '91',
  ...{ manager_name: null, manager_email: null, permission_template_name: null },
  license: null,
};
const member = { identifier: 'ann@example.com', member: ann };
const valid = {
  format: 'telecrm-workspace',
  version: 1,
  leads: [lead],
  actions: [action],
  members: [member],
  options: [{ field: 'lead.source', labels: ['New'] }],
};

it('accepts a valid snapshot', async () => {
  expect(await createMemoryStore().restore(valid)).toEqual({ ok: true });
});

it.each<[unknown, string]>([
  [null, 'it is not a telecrm-workspace snapshot'],
  ['invalid {', 'it is not a telecrm-workspace snapshot'],
  [{ ...valid, format: 'other' }, 'it is not a telecrm-workspace snapshot'],
  [{ ...valid, version: 2 }, 'it is of version 2, this is 1'],
  [{ ...valid, actions: undefined }, '`actions` is missing'],
  [{ ...valid, leads: [lead, { ...lead, id: 5 }] }, '`leads[1]` is not valid'],
  [{ ...valid, leads: [{ ...lead, createdOn: 'x' }] }, '`leads[0]` is not valid'],
  [{ ...valid, leads: [{ ...lead, fields: { a: null } }] }, '`leads[0]` is not valid'],
  [{ ...valid, leads: [{ ...lead, fields: { a: [5] } }] }, '`leads[0]` is not valid'],
  [{ ...valid, actions: [{ ...action, fields: 5 }] }, '`actions[0]` is not valid'],
  [{ ...valid, actions: [{ ...action, data: 5 }] }, '`actions[0]` is not valid'],
  [
    { ...valid, members: [{ ...member, member: { ...ann, license: 5 } }] },
    '`members[0]` is not valid',
  ],
  [
    { ...valid, members: [{ ...member, member: { ...ann, manager_name: 5 } }] },
    '`members[0]` is not valid',
  ],
  [{ ...valid, members: [ann] }, '`members[0]` is not valid'],
  [{ ...valid, options: [{ field: 'x', labels: 'y' }] }, '`options[0]` is not valid'],
  [{ ...valid, leads: [lead, { ...lead, identifier: 'j' }] }, 'two leads have the same ID'],
  [{ ...valid, leads: [lead, { ...lead, id: 'b' }] }, 'two leads have the same identifier'],
  [{ ...valid, leads: [] }, 'an action belongs to an unknown lead'],
  [{ ...valid, actions: [action, action] }, 'two actions of a lead have the same ID'],
  [{ ...valid, members: [member, member] }, 'two members have the same email address'],
])('changes nothing when restoring %j', async (snapshot, why) => {
  const store = createMemoryStore();
  await store.transaction((transaction) => transaction.insertLead({ ...lead, id: 'kept' }));
  const result = await store.restore(snapshot);
  expect(result).toEqual({ ok: false, reason: `The snapshot cannot be used: ${why}.` });
  expect(await store.getLead('kept')).toBeDefined();
});
