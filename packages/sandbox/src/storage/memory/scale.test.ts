import { beforeAll, expect, it } from 'vitest';
import { insert, lead, workspace } from '../../conformance/records.ts';
import { createMemoryStorage } from './memory-storage.ts';

const leads = 100_000;
const storage = createMemoryStorage();
const total = async (enterpriseId: string) =>
  (await storage.workspaces.usage([enterpriseId]))[0]?.leads;

beforeAll(async () => {
  await insert(storage);
  await storage.workspaceStore('ent_a').transaction(async (transaction) => {
    for (let index = 0; index < leads; index++)
      await transaction.insertLead(lead(`${index}`, index));
  });
});

const steps: [name: string, work: () => Promise<unknown>, enterpriseId: string, left: number][] = [
  [
    'saves a snapshot',
    () => storage.snapshots.save('ent_a', { name: 'one', savedOn: 1 }),
    'ent_a',
    leads,
  ],
  ['clones', () => storage.workspaces.clone('ent_a', workspace('ent_b'), {}), 'ent_b', leads],
  ['resets', () => storage.workspaces.reset('ent_a', async () => {}), 'ent_a', 0],
  ['restores a snapshot', () => storage.snapshots.restore('ent_a', 'one'), 'ent_a', leads],
];

it.each(steps)(
  '%s of 100,000 leads in less than two seconds',
  async (_, work, enterpriseId, left) => {
    const { user, system } = process.cpuUsage();
    await work();
    const used = process.cpuUsage({ user, system });
    expect(await total(enterpriseId)).toBe(left);
    // CPU time, because another suite may be running at the same time.
    expect((used.user + used.system) / 1e6).toBeLessThan(2);
  },
);
