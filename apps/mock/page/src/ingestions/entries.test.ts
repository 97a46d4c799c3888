import { expect, it } from 'vitest';
import type { Ingestion, Remark } from '../api/types.ts';
import { entriesOf } from './entries.ts';

const ingestion: Ingestion = {
  ingestion_id: 'i',
  received_at: 0,
  state: 'PROCESSED',
  request: {},
  outcome: 'CREATED',
  lead_id: 'l',
  actions: [],
  remarks: [],
};

function remark(field: string, status: Remark['status'] = 'IGNORED'): Remark {
  return { field, status, remark: `about ${field}` };
}

it('reports each field as stored, cleared or dropped', () => {
  const fields = { name: 'Jane', City: 'Pune', email: '', tags: ['a', 'b'] };
  const remarks = [remark('fields.City'), remark('fields.email', 'CLEARED')];
  expect(entriesOf({ ...ingestion, request: { fields }, remarks })).toEqual([
    { path: 'fields.name', value: 'Jane', outcome: 'Stored', remarks: [] },
    { path: 'fields.City', value: 'Pune', outcome: 'Dropped', remarks: ['about fields.City'] },
    { path: 'fields.email', value: '', outcome: 'Cleared', remarks: ['about fields.email'] },
    { path: 'fields.tags', value: 'a, b', outcome: 'Stored', remarks: [] },
  ]);
});

it('reports each action as stored, stored in part or dropped', () => {
  const request = { actions: [{ type: 'ACTION_1' }, { type: 'ACTION_1' }, { type: '1' }, 7] };
  const actions: Ingestion['actions'] = [
    { action_id: 'a', status: 'CREATED' },
    { action_id: 'b', status: 'CREATED' },
    { action_id: null, status: 'IGNORED' },
    { action_id: null, status: 'IGNORED' },
  ];
  const remarks = [
    remark('actions[1].fields.x'),
    remark('actions[2].type'),
    remark('actions[3]'),
    remark('actions[10].type'),
  ];
  const entries = entriesOf({ ...ingestion, request, actions, remarks });
  expect(entries.map(({ value, outcome, remarks: why }) => [value, outcome, why.length])).toEqual([
    ['ACTION_1', 'Stored', 0],
    ['ACTION_1', 'Partly stored', 1],
    ['1', 'Dropped', 1],
    ['7', 'Dropped', 1],
  ]);
});

it('reports everything in a dropped lead as dropped', () => {
  const request = { fields: { name: 'Nobody' }, actions: [{ type: 'ACTION_1' }] };
  const actions: Ingestion['actions'] = [{ action_id: null, status: 'IGNORED' }];
  const lost: Ingestion = { ...ingestion, request, actions, outcome: 'DROPPED', lead_id: null };
  expect(entriesOf(lost).map(({ outcome }) => outcome)).toEqual(['Dropped', 'Dropped']);
});

it.each([{ fields: 'x', actions: { type: '1' } }, { fields: null, actions: 'x' }, {}])(
  'takes whatever was sent: %j',
  (request) => {
    const entries = entriesOf({ ...ingestion, request });
    expect(entries.every(({ path }) => path.startsWith('fields.'))).toBe(true);
  },
);

it('shows only the first entries of a huge body', () => {
  const fields = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`f${index}`, 1]));
  expect(entriesOf({ ...ingestion, request: { fields } })).toHaveLength(200);
});
