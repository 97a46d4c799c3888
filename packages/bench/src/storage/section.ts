import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, startPostgres } from '@telecrm/sql/testing';
import { median } from '../median.ts';
import type { Bar, Row, Section } from '../report/row.ts';
import { type CopyTimes, copyTimes } from './copies.ts';
import { crash } from './crash.ts';
import type { Damage } from './crash-check.ts';
import { fillInServer, searchMany } from './many-leads.ts';
import { createLeads, createThroughput, fill, startUp } from './measure.ts';
import { roll } from './rolling.ts';

const none: Bar = { at: 'max', value: 0 };

/** Compares the sandbox in SQLite and in Postgres with the one in memory; kill -9 under load. */
export async function storage({ quick }: { quick: boolean }): Promise<Section> {
  const effort = quick
    ? {
        rounds: 1,
        requests: 2000,
        leads: 5000,
        many: 20_000,
        searches: 100,
        kills: [3, 2],
        replacements: 3,
      }
    : {
        rounds: 3,
        requests: 15_000,
        leads: 100_000,
        many: 1_000_000,
        searches: 500,
        kills: [60, 30],
        replacements: 12,
      };
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-bench-'));
  const postgres = await startPostgres({ durable: true });
  let files = 0;
  const sqlite = () => ['--state', join(folder, `state-${files++}`)];
  const shared = async () => ['--database-url', await createDatabase(postgres.adminUrl)];
  const throughput = async (
    flags: () => Promise<string[]> | string[],
    { processes = 1, clients = 10 } = {},
  ) => {
    const load = { processes, clients, requests: effort.requests };
    const rates: number[] = [];
    for (let round = 0; round < effort.rounds; round++) {
      rates.push(await createThroughput(await flags(), load));
    }
    return median(rates);
  };
  try {
    const many = { clients: 100 };
    const memory = { few: await throughput(() => []), many: await throughput(() => [], many) };
    const inSqlite = { few: await throughput(sqlite), many: await throughput(sqlite, many) };
    const one = await throughput(shared);
    const two = await throughput(shared, { processes: 2 });

    const [empty, full] = [sqlite(), sqlite()];
    await fill(empty, 1);
    await fill(full, effort.leads);
    const rounds = effort.rounds * 3;
    const starts = { empty: await startUp(empty, rounds), full: await startUp(full, rounds) };

    const toCopy = (server: Parameters<typeof createLeads>[0]) => createLeads(server, effort.leads);
    const [, copied = ''] = await shared();
    const copies = {
      memory: await copyTimes([], toCopy),
      SQLite: await copyTimes(sqlite(), toCopy),
      Postgres: await copyTimes(['--database-url', copied], () =>
        fillInServer(copied, effort.leads),
      ),
    };

    const [, url = ''] = await shared();
    const search = await searchMany(url, { leads: effort.many, searches: effort.searches });

    const [sqliteKills = 0, postgresKills = 0] = effort.kills;
    const plan = { clients: 4, maxLoadMs: 400 };
    const crashed = await crash({ ...plan, flags: sqlite(), processes: 1, kills: sqliteKills });
    const crashedShared = await crash({
      ...plan,
      ...{ flags: await shared(), processes: 3, kills: postgresKills },
    });

    const rolled = await roll({
      ...{ flags: await shared(), processes: 3, clients: 32 },
      replacements: effort.replacements,
    });

    const memoryPeer = [{ name: 'memory', figure: memory.few }];
    const row = (name: string, unit: string, ours: number, bars: Bar[] = []): Row => ({
      ...{ name, unit, ours, peers: [], bars },
    });
    const kills = (name: string, result: Awaited<ReturnType<typeof crash>>): Row[] => [
      {
        ...row(`${name}: lost, doubled or out of order`, '', damage(result), [none]),
        note: `Of ${result.acknowledged.toLocaleString('en-GB')} acknowledged leads and ingestions.`,
      },
      row(`${name}: slowest start after it`, 'ms', result.slowestStart, [
        { at: 'max', value: 2000 },
      ]),
    ];
    return {
      name: 'Storage',
      rows: [
        {
          ...row('create lead in SQLite, 100 clients, throughput', '/s', inSqlite.many, [
            { at: 'min', value: 0.8, of: 'memory' },
          ]),
          peers: [{ name: 'memory', figure: memory.many }],
          note: 'Leads that arrive at the same time share a commit, so throughput depends on the number of clients.',
        },
        {
          ...row('create lead in SQLite, 10 clients, throughput', '/s', inSqlite.few),
          peers: memoryPeer,
        },
        { ...row('create lead in Postgres, 10 clients, throughput', '/s', one), peers: memoryPeer },
        {
          ...row(
            'create lead in Postgres, two processes with 10 clients each, throughput',
            '/s',
            two,
          ),
          peers: [...memoryPeer, { name: 'one process', figure: one }],
        },
        {
          ...row(`start with ${count(effort.leads)} leads in SQLite`, 'ms', starts.full, [
            { at: 'max', value: 1.1, of: 'empty' },
          ]),
          peers: [{ name: 'empty', figure: starts.empty }],
        },
        ...Object.entries(copies).map(([place, times]) => copyRow(place, effort.leads, times)),
        row(
          `${count(effort.many)} leads in Postgres: search by identifier, p99`,
          'ms',
          search.byIdentifier,
        ),
        row(`${count(effort.many)} leads in Postgres: search by name, p99`, 'ms', search.byName),
        row(
          `${count(effort.many)} leads in Postgres: search for a fifth of them, p99`,
          'ms',
          search.byStatus,
        ),
        ...kills(`${sqliteKills} × kill -9 on SQLite`, crashed),
        ...kills(`${postgresKills} × kill -9 on Postgres, three processes`, crashedShared),
        {
          ...row(
            `${effort.replacements} × rolling update on Postgres, three processes: failed, lost, doubled or out of order`,
            '',
            damage(rolled) + rolled.failures.length,
            [none],
          ),
          note: `Of ${rolled.acknowledged.toLocaleString('en-GB')} acknowledged leads and ingestions, with 32 clients.`,
        },
      ],
    };
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true });
  }
}

/** The slowest of the copies, with the others in its note. */
function copyRow(place: string, leads: number, times: CopyTimes): Row {
  const note = Object.entries(times).map(([name, ms]) => `${name} ${Math.round(ms)} ms`);
  return {
    name: `${count(leads)} leads in ${place}: slowest of snapshot, restore, clone, reset`,
    unit: 'ms',
    ours: Math.max(...Object.values(times)),
    peers: [],
    bars: [{ at: 'max', value: 2000 }],
    note: `${note.join(', ')}.`,
  };
}

function damage({ lost, twice, outOfOrder }: Damage): number {
  return lost + twice + outOfOrder;
}

function count(number: number): string {
  return number.toLocaleString('en-GB');
}
