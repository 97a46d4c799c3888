import { expect, it } from 'vitest';
import { missed, type Row } from '../table/row.ts';
import type { Figures, Outcome } from './measure.ts';
import { rowsOf } from './section.ts';

const figures = (outcome: Outcome, startUp = 800): Figures => ({
  ...{ startUp, memory: 200 },
  load: { 'create lead': outcome, 'get lead': outcome, 'search by identifier': outcome },
});
const peer = figures({ perSecond: 1000, p99: 10 });
const filled = (memory: number, p99: number) => ({
  ...{ leads: 100_000, memory },
  search: { requests: 1, perSecond: 3000, p50: 1, p99, failures: 0 },
});
const missedOf = (rows: Row[]) =>
  missed({
    ...{ date: '', machine: { cores: 0, memoryGB: 0, node: '' } },
    sections: [{ name: 'Sandbox', rows }],
  });

it('reaches its bars at one and a half times the throughput of Prism and as fast a start', () => {
  const sandbox = figures({ perSecond: 1500, p99: 5 });
  const all = { sandbox, Prism: peer, Steady: peer, Scalar: peer };
  expect(missedOf(rowsOf(all, filled(400, 20)))).toEqual([]);
});

it('misses each bar on its own', () => {
  const sandbox = figures({ perSecond: 1499, p99: 5 }, 801);
  const all = { sandbox, Prism: peer, Steady: peer, Scalar: peer };
  expect(missedOf(rowsOf(all, filled(401, 21)))).toEqual([
    'Sandbox: create lead, throughput',
    'Sandbox: start to first answer',
    'Sandbox: 100,000 leads: memory',
    'Sandbox: 100,000 leads: search by identifier, p99',
  ]);
});

it('has no figure for a peer that refuses a call, and says what it answers', () => {
  const all = {
    sandbox: peer,
    Prism: peer,
    Steady: peer,
    Scalar: figures({ refused: 'answers 422' }),
  };
  const [first] = rowsOf(all, filled(1, 1));
  expect(first?.peers.at(-1)).toEqual({
    ...{ name: 'Scalar', figure: null, note: 'Scalar answers 422.' },
  });
});
