import { expect, it } from 'vitest';
import { insert, lead, workspace } from '../../conformance/records.ts';
import { createMemoryStorage } from './memory-storage.ts';

const leads = 100_000;

it('saves, clones, resets and restores 100,000 leads in less than two seconds each', async () => {
  const storage = createMemoryStorage();
  const total = async (enterpriseId: string) =>
    (await storage.workspaces.usage([enterpriseId]))[0]?.leads;
  await insert(storage);
  await storage.workspaceStore('ent_a').transaction(async (transaction) => {
    for (let index = 0; index < leads; index++)
      await transaction.insertLead(lead(`${index}`, index));
  });
  /** Performs a step, and checks its time and the number of leads after it. */
  const step = async (
    name: string,
    work: () => Promise<unknown>,
    enterpriseId: string,
    left: number,
  ) => {
    const { user, system } = process.cpuUsage();
    await work();
    const used = process.cpuUsage({ user, system });
    expect(await total(enterpriseId), name).toBe(left);
    // CPU time, because another suite may be running at the same time.
    expect((used.user + used.system) / 1e6, name).toBeLessThan(2);
  };
  const { snapshots, workspaces } = storage;
  await step('save', () => snapshots.save('ent_a', { name: 'one', savedOn: 1 }), 'ent_a', leads);
  await step('clone', () => workspaces.clone('ent_a', workspace('ent_b'), {}), 'ent_b', leads);
  await step('reset', () => workspaces.reset('ent_a', async () => {}), 'ent_a', 0);
  await step('restore', () => snapshots.restore('ent_a', 'one'), 'ent_a', leads);
});
