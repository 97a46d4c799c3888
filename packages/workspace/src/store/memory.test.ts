import { expect, it } from 'vitest';
import type { ActionRecord, LeadRecord } from './index.ts';
import { createMemoryStore } from './memory.ts';

const page = { skip: 0, limit: 10 };

function lead(id: string, createdOn = 1, fields: LeadRecord['fields'] = {}): LeadRecord {
  return { id, identifier: `i-${id}`, fields, createdOn, modifiedOn: createdOn };
}

function action(id: string, createdOn = 1): ActionRecord {
  return { id, leadId: 'a', type: '1001', createdOn, modifiedOn: createdOn, performedBy: '' };
}

it('is empty until something is put in', async () => {
  const store = createMemoryStore();
  expect(await store.isEmpty()).toBe(true);
  await store.insertLead(lead('a'));
  expect(await store.isEmpty()).toBe(false);
});

it('takes one lead of an identifier', async () => {
  const store = createMemoryStore();
  expect(await store.insertLead(lead('a'))).toBe(true);
  expect(await store.insertLead({ ...lead('b'), identifier: 'i-a' })).toBe(false);
  expect(await store.findLead('i-a')).toMatchObject({ id: 'a' });
  expect(await store.getLead('b')).toBeUndefined();
});

it('lists leads newest first, by time and then by arrival, by identifier as well', async () => {
  const store = createMemoryStore();
  for (const one of [lead('a', 5), lead('b', 1), lead('c', 5), lead('d', 9)]) {
    await store.insertLead(one);
  }
  const idsOf = async (identifiers?: string[]) => {
    const query = { fields: [], ...(identifiers && { identifiers }) };
    return (await store.searchLeads(query, page)).items.map(({ id }) => id).join('');
  };
  expect(await idsOf()).toBe('dcab');
  expect(await idsOf(['i-a', 'i-b', 'i-c', 'i-c', 'nobody'])).toBe('cab');
});

it('gives a page and the number of all', async () => {
  const store = createMemoryStore();
  for (const id of ['a', 'b', 'c']) await store.insertLead(lead(id));
  const found = await store.searchLeads({ fields: [] }, { skip: 1, limit: 1 });
  expect(found).toMatchObject({ items: [{ id: 'b' }], total: 3 });
});

it('changes some fields of a lead and leaves the record that was read before alone', async () => {
  const store = createMemoryStore();
  await store.insertLead(lead('a', 1, { name: 'Jane', city: 'Pune', rating: 1 }));
  const before = await store.getLead('a');
  const change = { set: { rating: 5 }, unset: ['city'], modifiedOn: 7 };
  const after = { fields: { name: 'Jane', rating: 5 }, createdOn: 1, modifiedOn: 7 };
  expect(await store.changeLead('a', change)).toMatchObject(after);
  expect(before?.fields).toEqual({ name: 'Jane', city: 'Pune', rating: 1 });
  expect(await store.changeLead('nobody', change)).toBeUndefined();
});

it('keeps timelines in order and changes one entry', async () => {
  const store = createMemoryStore();
  await store.insertLead(lead('a'));
  await store.appendActions([action('x', 5), { ...action('y', 1), fields: { note: 'a' } }]);
  await store.appendActions([action('z', 5)]);
  const { items } = await store.searchActions('a', {}, page);
  expect(items.map(({ id }) => id)).toEqual(['z', 'x', 'y']);
  const change = { set: { note: 'b' }, unset: [], modifiedOn: 9 };
  expect(await store.changeAction('a', 'y', change)).toMatchObject({ fields: { note: 'b' } });
  expect(await store.changeAction('a', 'nothing', change)).toBeUndefined();
  expect(await store.changeAction('nobody', 'y', change)).toBeUndefined();
  expect(await store.getAction('a', 'y')).toMatchObject({ modifiedOn: 9 });
  expect((await store.searchActions('nobody', {}, page)).total).toBe(0);
  await expect(store.appendActions([{ ...action('q'), leadId: 'nobody' }])).rejects.toThrow();
});

it('a restored store answers as the first did', async () => {
  const store = createMemoryStore();
  await store.insertLead(lead('b', 2, { tags: ['x'], size: 1.5 }));
  await store.insertLead(lead('a'));
  await store.appendActions([action('x'), { ...action('y'), data: { duration: 4 } }]);
  await store.addOption('lead.source', 'New');
  const member = {
    name: 'Ann',
    email: 'Ann@example.com',
    status: 'Active' as const,
    phone_number: '91',
    ...{ manager_name: null, manager_email: null, permission_template_name: null },
    license: null,
  };
  await store.insertMember(member, 1);
  const saved = JSON.stringify(await store.snapshot());
  const other = createMemoryStore();
  await other.insertLead(lead('gone'));
  expect(await other.restore(JSON.parse(saved))).toEqual({ ok: true });
  expect(JSON.stringify(await other.snapshot())).toBe(saved);
  expect(await other.findLead('i-a')).toMatchObject({ id: 'a' });
  expect(await other.getMember('ann@EXAMPLE.com')).toEqual(member);
  expect(await other.setMemberStatus('nobody@example.com', 'Active')).toBeUndefined();
  expect(await other.listOptions('lead.source')).toEqual(['New']);
  expect(await other.getLead('gone')).toBeUndefined();
});
