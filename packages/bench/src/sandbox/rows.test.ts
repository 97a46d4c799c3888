import { expect, it } from 'vitest';
import { missedRows, type Row } from '../report/row.ts';
import type { Figures, Outcome } from './measure.ts';
import { inProcessRow, rowsOf } from './rows.ts';

const figures = (perSecond: number, more: Partial<Figures> = {}): Figures => {
  const outcome: Outcome = { perSecond, p99: 10, generatorLoad: 0.5 };
  return {
    startUp: 800,
    memory: 200,
    load: { 'create lead': outcome, 'get lead': outcome, 'search by identifier': outcome },
    ...more,
  };
};
const peers = {
  Prism: figures(1000),
  Steady: figures(2500),
  Scalar: figures(1000),
  'bare node:http': figures(6250),
};
const filled = (memory: number, p99: number) => ({
  leads: 100_000,
  memory,
  search: { requests: 1, perSecond: 3000, p50: 1, p99, failures: 0, generatorLoad: 0.5 },
});
const missedOf = (rows: Row[]) => missedRows([{ name: 'Sandbox', rows }]);

it('reaches its bars if it is as fast, as quick to start and as small as Steady', () => {
  const rows = rowsOf({ ...peers, sandbox: figures(2500) }, filled(400, 20));
  expect(missedOf(rows)).toEqual([]);
});

it('misses each bar independently', () => {
  const sandbox = figures(2499, { startUp: 801, memory: 201 });
  expect(missedOf(rowsOf({ ...peers, sandbox }, filled(401, 21)))).toEqual([
    'Sandbox: create lead, throughput',
    'Sandbox: get lead, throughput',
    'Sandbox: search by identifier, throughput',
    'Sandbox: start to first response',
    'Sandbox: memory after that load',
    'Sandbox: 100,000 leads: memory',
    'Sandbox: 100,000 leads: search by identifier, p99',
  ]);
});

it.each([
  ['Prism', 2.5],
  ['Steady', 1],
  ['bare node:http', 0.4],
])('compares the creation of leads with %s, at least %d times as many', (name, value) => {
  const [create] = rowsOf({ ...peers, sandbox: figures(2500) }, filled(1, 1));
  expect(create?.bars).toContainEqual({ at: 'min', value, of: name });
});

it('has no figure for a peer that rejects a call, and states its response', () => {
  const rejection: Outcome = { rejection: 'responds with 422' };
  const load = { ...figures(1).load, 'create lead': rejection };
  const Scalar = figures(1000, { load });
  const [create] = rowsOf({ ...peers, sandbox: figures(1), Scalar }, filled(1, 1));
  expect(create?.peers).toContainEqual({
    name: 'Scalar',
    figure: null,
    note: 'Scalar responds with 422.',
  });
});

it('compares the sandbox in process with its own server', () => {
  expect(inProcessRow({ ...peers, sandbox: figures(2500) }, 5000)).toMatchObject({
    ours: 5000,
    peers: [{ name: 'our server', figure: 2500 }],
  });
});

it('states which peers do not validate, and which the load generator could not saturate', () => {
  const busy: Outcome = { perSecond: 50_000, p99: 1, generatorLoad: 0.95 };
  const load = { ...figures(1).load, 'get lead': busy };
  const all = { ...peers, sandbox: figures(1), 'bare node:http': figures(1, { load }) };
  const [create, , get] = rowsOf(all, filled(1, 1));
  const noteOf = (row: Row | undefined, name: string) =>
    row?.peers.find((peer) => peer.name === name)?.note;
  expect(noteOf(create, 'bare node:http')).toBe('It does not validate requests.');
  expect(noteOf(create, 'Steady')).toBeUndefined();
  expect(noteOf(get, 'bare node:http')).toMatch('could do more');
});
