import { describe, expect, it } from 'vitest';
import { createdLead, expectSuccess, open, openDefault } from '../testing/open.ts';

const customFields = [
  { apiName: 'city', type: 'text' },
  { apiName: 'interests', type: 'tags' },
  { apiName: 'visit', type: 'date' },
];

/** Creates three leads, and a search that returns the names of the results. */
async function searcher() {
  const workspace = await open({ customFields });
  const leads = [
    { name: 'Ann', phone: '919999999991', city: 'Pune', rating: 1, interests: ['VIP', 'New'] },
    { name: 'Bob', phone: '919999999992', city: 'Delhi', rating: 5, visit: '01/04/2026 10:00:00' },
    { name: 'Cid', phone: '919999999993', city: 'Pune', rating: 5, status: 'Won' },
  ];
  const ids = [];
  for (const lead of leads) ids.push(await createdLead(workspace, lead));
  return {
    ids,
    workspace,
    names: async (body: unknown) => {
      const found = await expectSuccess(workspace.operations.searchLeads({ body }));
      return found.data.map(({ fields }) => fields.name);
    },
  };
}

it.each<[unknown, string[]]>([
  [{}, ['Cid', 'Bob', 'Ann']],
  [{ fields: {} }, ['Cid', 'Bob', 'Ann']],
  [{ fields: { city: 'pUNE' } }, ['Cid', 'Ann']],
  [{ fields: { city: 'Pun' } }, []],
  [{ fields: { city: ['Pune', 'Delhi'], rating: 5 } }, ['Cid', 'Bob']],
  [{ fields: { city: [] } }, []],
  [{ fields: { rating: [1, 5] } }, ['Cid', 'Bob', 'Ann']],
  [{ fields: { status: 'Won' } }, ['Cid']],
  [{ fields: { status: 'won' } }, []],
  [{ fields: { interests: 'vip' } }, ['Ann']],
  [{ fields: { phone: '+91 99999 99992' } }, ['Bob']],
  [{ fields: { phone: ['9999999991', '919999999993', 'nobody'] } }, ['Cid', 'Ann']],
  [{ fields: { phone: '919999999991', city: 'Delhi' } }, []],
  [{ fields: { visit: '01/04/2026 10:00:00' } }, ['Bob']],
  [{ fields: { visit: { from: '01/04/2026' } } }, ['Bob']],
  [{ fields: { visit: { to: '31/03/2026' } } }, []],
  [{ fields: { created_on: { from: '01/01/2020' } } }, ['Cid', 'Bob', 'Ann']],
  [{ fields: { modified_on: { to: 0 } } }, []],
  [{ fields: { created_on: {} } }, ['Cid', 'Bob', 'Ann']],
])('finds for %j: %j', async (body, names) => {
  expect(await (await searcher()).names(body)).toEqual(names);
});

it('includes both bounds of a range', async () => {
  const { names } = await searcher();
  const instant = Date.UTC(2026, 3, 1, 4, 30);
  expect(await names({ fields: { visit: { from: instant, to: instant } } })).toEqual(['Bob']);
  expect(await names({ fields: { visit: { from: instant + 1 } } })).toEqual([]);
});

describe('a filter on actions', () => {
  it('requires a single action that meets all conditions', async () => {
    const { workspace, ids, names } = await searcher();
    const [ann = '', bob = ''] = ids;
    const call = { type: 'OUTGOING_CALL', created_on: '10/04/2026' };
    await workspace.addTimelineEvent(ann, { ...call, performed_by: 'agent@company.com' });
    await workspace.addTimelineEvent(ann, { type: 'MISSED_CALL', created_on: '10/05/2026' });
    await workspace.addTimelineEvent(bob, { ...call, performed_by: 'else@company.com' });
    const april = { from: '01/04/2026', to: '30/04/2026 23:59:59' };
    expect(await names({ actions: { type: ['outgoing_call', 'MISSED_CALL'] } })).toEqual([
      'Bob',
      'Ann',
    ]);
    expect(await names({ actions: { performed_by: 'Agent@company.com' } })).toEqual(['Ann']);
    expect(await names({ actions: { type: 'MISSED_CALL', performed_at: april } })).toEqual([]);
    expect(await names({ actions: {} })).toEqual(['Bob', 'Ann']);
    expect(await names({ fields: { city: 'Delhi' }, actions: { performed_at: april } })).toEqual([
      'Bob',
    ]);
  });
});

it('returns pages, newest first, and the total', async () => {
  const { workspace } = await searcher();
  const query = { skip: 1, limit: 1 };
  const found = await expectSuccess(workspace.operations.searchLeads({ query, body: {} }));
  expect(found).toMatchObject({
    data: [{ fields: { name: 'Bob' } }],
    total_count: 3,
    skip: 1,
    limit: 1,
  });
});

it('returns rows with the keys of live responses', async () => {
  const { operations } = await openDefault();
  const { data } = await expectSuccess(
    operations.searchLeads({ body: { fields: { status: 'Won' } } }),
  );
  expect(data).toMatchObject([
    {
      id: '603d2b2f9b1e8a001c8e4f6a',
      status: 'Won',
      rating: 5,
      employeeid: 'agent@company.com',
      fields: { status: 'Won', created_on: expect.any(Number), modified_on: expect.any(Number) },
    },
  ]);
});

it.each<[unknown, string]>([
  [5, 'the search must be an object'],
  [{ phone: '919999999999' }, 'the search does not support `phone`, only fields, actions'],
  [{ fields: [] }, 'fields must be an object'],
  [
    { fields: { Phone: 'x' } },
    'fields.`Phone` is not a field of this workspace; did you mean `phone`?',
  ],
  [{ fields: { zzzz: 'x' } }, 'fields.`zzzz` is not a field of this workspace'],
  [{ fields: { name: null } }, 'fields.name must be a string, a number or an array of them'],
  [{ fields: { name: [{}] } }, 'fields.name must be a string, a number or an array of them'],
  [{ fields: { name: { from: 1 } } }, 'fields.name is not a date, so it cannot have a range'],
  [{ fields: { visit: '2026-01-01' } }, 'fields.visit: Visit is not a valid date'],
  [
    { fields: { visit: { from: 'x' } } },
    'fields.visit.from must be Unix time in milliseconds or a',
  ],
  [{ fields: { visit: { since: 1 } } }, 'fields.visit does not support `since`, only from, to'],
  [{ fields: { created_on: 5 } }, 'fields.created_on must be an object with from and to, not a'],
  [{ actions: [] }, 'actions must be an object'],
  [
    { actions: { created_on: {} } },
    'actions does not support `created_on`, only type, performed_by',
  ],
  [{ actions: { type: 5 } }, 'actions.type must be a string or an array of strings'],
])('rejects %j as an invalid search', async (body, why) => {
  const { workspace } = await searcher();
  const result = await workspace.operations.searchLeads({ body });
  expect(result).toMatchObject({ ok: false, code: 'BAD_REQUEST' });
  expect(result).toHaveProperty('message', expect.stringContaining(`Invalid filter: ${why}`));
});
