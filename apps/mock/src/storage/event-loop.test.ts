import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMemoryStorage, type SandboxStorage } from '@telecrm/sandbox/storage';
import { openSqlite } from '@telecrm/sql';
import type { Ingestion } from '@telecrm/workspace';
import type { LeadQuery, LeadRecord } from '@telecrm/workspace/store';
import { afterAll, describe, expect, it } from 'vitest';
import { longestTask } from '../testing/longest-task.ts';
import { createSqlStorage } from './sandbox/create-sql-storage.ts';
import { schema } from './tables/schema.ts';
import { newWorkspace } from './testing/workspaces.ts';

const leads = 100_000;

/** The maximum length of a task: 50 ms, doubled for slow machines. */
const limit = 50 * 2;

const folder = mkdtempSync(join(tmpdir(), 'telecrm-event-loop-'));
afterAll(() => rmSync(folder, { recursive: true }));

const cities = ['Pune', 'Delhi', 'Surat', 'Indore'];

function lead(number: number): LeadRecord {
  const phone = `91987${String(number).padStart(7, '0')}`;
  const fields = {
    ...{ phone, name: `Lead ${number}`, email: `lead${number}@example.com` },
    ...{ status: number % 5 === 0 ? 'Won' : 'Fresh', rating: 1 + (number % 5) },
    ...{ city: cities[number % 4] ?? '', visited_on: number * 1000 },
  };
  return { id: `lead${number}`, identifier: phone, fields, createdOn: number, modifiedOn: number };
}

const actions = Array.from({ length: 200_000 }, () => null);

/** The report on a body: a reason for each of its actions. */
const outcome: Ingestion = {
  ...{ outcome: 'DROPPED', lead_id: null, actions: [] },
  remarks: actions.map((_, index) => ({
    field: `actions[${index}]`,
    status: 'IGNORED',
    remark: 'not an action',
    reason: 'no action',
    fix: '',
  })),
};

/** Processes the largest body that the Async API accepts, without the time that the workspace needs for it. */
async function processLarge({ ingestions }: SandboxStorage) {
  const ingestion = { id: 'large', receivedAt: 1, dueAt: 1, weight: 900_000 };
  await ingestions.add('ent_large', { ...ingestion, body: { actions } });
  const options = { dueBefore: 2, limit: 1 };
  await ingestions.process('ent_large', options, async ({ body, weight }) => ({
    ...{ outcome, body, weight },
  }));
}

async function fill(storage: SandboxStorage) {
  await storage.workspaces.insert(newWorkspace('ent_full'), {
    fill: (store) =>
      store.transaction(async (transaction) => {
        for (let number = 0; number < leads; number++) await transaction.insertLead(lead(number));
      }),
  });
  await storage.workspaces.insert(newWorkspace('ent_large'), { fill: async () => {} });
  for (let number = 0; number < 1000; number++) {
    const body = { fields: { phone: '919999999999', note: 'x'.repeat(500) } };
    const ingestion = { id: `ingestion${number}`, receivedAt: number, dueAt: number, weight: 600 };
    await storage.ingestions.add('ent_full', { ...ingestion, body });
  }
}

const searches: Record<string, LeadQuery> = {
  'by name': { fields: [{ field: 'name', anyOf: ['lead 77777'] }] },
  'by status': { fields: [{ field: 'status', anyOf: ['Won'], caseSensitive: true }] },
  'by a range': { fields: [{ field: 'visited_on', from: 10_000, to: 90_000_000 }] },
  'by a custom field': { fields: [{ field: 'city', anyOf: ['pune', 'surat'] }] },
  'by part of a value': { fields: [], text: 'd 9999' },
  'by an action': { fields: [], action: { types: ['1001'] } },
};

describe.each<[string, () => Promise<SandboxStorage>]>([
  ['memory', async () => createMemoryStorage()],
  [
    'SQLite',
    async () => createSqlStorage(await openSqlite({ file: join(folder, 'state'), schema })),
  ],
])('with 100,000 leads in %s', (_, open) => {
  it('nothing blocks the event loop for long', { timeout: 120_000 }, async () => {
    const storage = await open();
    await fill(storage);
    const { workspaces, snapshots, ingestions } = storage;
    let clones = 0;
    const store = storage.workspaceStore('ent_full');
    const steps: [name: string, work: () => Promise<unknown>][] = [
      ...Object.entries(searches).map(([name, query]): (typeof steps)[number] => [
        `search ${name}`,
        () => store.searchLeads(query, { skip: 0, limit: 100 }),
      ]),
      ['list of leads', () => store.searchLeads({ fields: [] }, { skip: 99_000, limit: 100 })],
      ['list of ingestions', () => ingestions.list('ent_full', { skip: 0, limit: 1000 })],
      ['large ingestion', () => processLarge(storage)],
      ['list of a large report', () => ingestions.list('ent_large', { skip: 0, limit: 1 })],
      ['snapshot', () => snapshots.save('ent_full', { name: 'one', savedOn: 1 })],
      ['restore', () => snapshots.restore('ent_full', 'one')],
      ['clone', () => workspaces.clone('ent_full', newWorkspace(`ent_clone${clones++}`), {})],
      ['usage', () => workspaces.usage(['ent_full'])],
      ['reset', () => workspaces.reset('ent_full', async () => {})],
    ];
    const tooLong: [name: string, milliseconds: number][] = [];
    for (const [name, work] of steps) {
      const longest = await longestTask(() => work, limit);
      if (longest > limit) tooLong.push([name, longest]);
    }
    const [full, cloned] = await workspaces.usage(['ent_full', 'ent_clone0']);
    await storage.close();
    expect([full?.leads, cloned?.leads]).toEqual([0, leads]);
    expect(tooLong).toEqual([]);
  });
});
