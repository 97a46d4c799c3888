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

it('says of each field whether it was stored, cleared or dropped', () => {
  const fields = { name: 'Jane', City: 'Pune', email: '', tags: ['a', 'b'] };
  const remarks = [remark('fields.City'), remark('fields.email', 'CLEARED')];
  expect(entriesOf({ ...ingestion, request: { fields }, remarks })).toEqual([
    { place: 'fields.name', value: 'Jane', fate: 'Stored', remarks: [] },
    { place: 'fields.City', value: 'Pune', fate: 'Dropped', remarks: ['about fields.City'] },
    { place: 'fields.email', value: '', fate: 'Cleared', remarks: ['about fields.email'] },
    { place: 'fields.tags', value: 'a, b', fate: 'Stored', remarks: [] },
  ]);
});

it('says of each action whether it was stored, in part or not at all', () => {
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
  expect(entries.map(({ value, fate, remarks: why }) => [value, fate, why.length])).toEqual([
    ['ACTION_1', 'Stored', 0],
    ['ACTION_1', 'Stored in part', 1],
    ['1', 'Dropped', 1],
    ['7', 'Dropped', 1],
  ]);
});

it('knows that nothing of a dropped lead is stored', () => {
  const request = { fields: { name: 'Nobody' }, actions: [{ type: 'ACTION_1' }] };
  const actions: Ingestion['actions'] = [{ action_id: null, status: 'IGNORED' }];
  const lost: Ingestion = { ...ingestion, request, actions, outcome: 'DROPPED', lead_id: null };
  expect(entriesOf(lost).map(({ fate }) => fate)).toEqual(['Dropped', 'Dropped']);
});

it.each([{ fields: 'x', actions: { type: '1' } }, { fields: null, actions: 'x' }, {}])(
  'takes whatever was sent: %j',
  (request) => {
    const entries = entriesOf({ ...ingestion, request });
    expect(entries.every(({ place }) => place.startsWith('fields.'))).toBe(true);
  },
);

it('shows the first entries of a huge body', () => {
  const fields = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`f${index}`, 1]));
  expect(entriesOf({ ...ingestion, request: { fields } })).toHaveLength(200);
});
