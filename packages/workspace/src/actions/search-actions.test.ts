import { expect, it } from 'vitest';
import { expectSuccess, openDefault } from '../testing/open.ts';

const path = { leadId: '603d2b2f9b1e8a001c8e4f5c' };

async function found(body: unknown, query = {}) {
  const { operations } = await openDefault();
  return expectSuccess(operations.searchActions({ path, query, body }));
}

it('returns the whole timeline, newest first, for an empty filter', async () => {
  const { data, total_count } = await found({});
  expect(total_count).toBe(6);
  const times = data.map(({ creationTimestamp }) => creationTimestamp);
  expect(times).toEqual([...times].sort((a, b) => b - a));
});

it.each<[unknown, number]>([
  [{ type: 'OUTGOING_CALL' }, 2],
  [{ type: 'outgoing_call' }, 2],
  [{ type: '1001' }, 1],
  [{ type: 'ACTION_1001' }, 0],
  [{ performed_by: 'AGENT@company.com' }, 3],
  [{ performed_by: ['agent@company.com', 'john.smith@example.com'] }, 4],
  [{ type: '1001', performed_by: 'john.smith@example.com' }, 0],
  [{ created_on: { from: '01/04/2026', to: '30/04/2026 23:59:59' } }, 3],
  [{ created_on: { to: Date.UTC(2026, 3, 2, 6) } }, 4],
  [{ created_on: { to: Date.UTC(2026, 3, 2, 6) - 1 } }, 3],
])('%j finds %d', async (body, count) => {
  expect((await found(body)).total_count).toBe(count);
});

it('returns one page at a time', async () => {
  const page = await found({}, { skip: 4, limit: 1 });
  expect(page).toMatchObject({ data: [{ type: '1001' }], total_count: 6, skip: 4, limit: 1 });
});

it('returns an event with the values that it was recorded with', async () => {
  expect((await found({ type: 'LEAD_ASSIGNMENT' })).data).toEqual([
    {
      id: '603d2b2f9b1e8a001c8e4f60',
      type: 'LEAD_ASSIGNMENT',
      assignedto: 'agent@company.com',
      creationTimestamp: Date.UTC(2026, 2, 1, 7),
      modificationTimestamp: Date.UTC(2026, 2, 1, 7),
      employeeid: 'john.smith@example.com',
    },
  ]);
});

it.each<unknown>([
  null,
  [],
  { type: ['OUTGOING_CALL'] },
  { type: 5 },
  { created_on: 'today' },
  { created_on: { from: '2026-04-01' } },
  { performed_by: [5] },
  { performed_at: {} },
])('rejects %j as an invalid filter', async (body) => {
  const { operations } = await openDefault();
  expect(await operations.searchActions({ path, body })).toEqual({
    ok: false,
    code: 'BAD_REQUEST',
    message: 'Invalid filter',
  });
});
