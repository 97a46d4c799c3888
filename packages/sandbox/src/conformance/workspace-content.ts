import { assert, equal, eventually, rejects } from './assert.ts';
import { addLeads, type Cases, fillOf, insert, leadsOf, now, workspace } from './records.ts';

/** Tests of resetting, deleting, cloning and counting the content of workspaces. */
export const contentCases: Cases = {
  async 'resets a workspace to its initial content'({ storage, other }) {
    const enterpriseId = await insert(storage);
    await insert(storage, 'ent_b');
    for (const id of [enterpriseId, 'ent_b']) {
      await addLeads(storage, id, ['x']);
      await storage.faults.update(id, () => [{ status: 500 }]);
      const queued = { id: 'q', receivedAt: now, dueAt: now, body: {}, weight: 1 };
      await storage.ingestions.add(id, queued);
      await storage.snapshots.save(id, { name: 'one', savedOn: now });
      await storage.rateLimits.take(id, { name: 'sync', requests: 1, seconds: 3600 });
    }
    equal(await other.workspaces.reset(enterpriseId, fillOf(workspace(enterpriseId))), true);
    equal(await leadsOf(storage, enterpriseId), []);
    assert(
      (await storage.workspaceStore(enterpriseId).listMembers()).length > 0,
      'The team is there again',
    );
    const [reset, kept] = await storage.workspaces.usage([enterpriseId, 'ent_b']);
    equal([reset?.faults, reset?.ingestions, reset?.queued, reset?.leads], [0, 0, 0, 0]);
    equal([kept?.faults, kept?.ingestions, kept?.queued], [1, 1, 1]);
    equal(await leadsOf(storage, 'ent_b'), ['x']);
    equal((await storage.snapshots.list(enterpriseId)).length, 1);
    const limit = { name: 'sync', requests: 1, seconds: 3600 };
    equal(await storage.rateLimits.take(enterpriseId, limit), 0);
    equal(await storage.workspaces.reset('ent_nobody', async () => {}), false);
  },

  async 'does not change the content if filling it again fails'({ storage }) {
    const enterpriseId = await insert(storage);
    await addLeads(storage, enterpriseId, ['x']);
    const failing = () => Promise.reject(new Error('it fails'));
    await rejects(storage.workspaces.reset(enterpriseId, failing));
    equal(await leadsOf(storage, enterpriseId), ['x']);
  },

  async 'deletes a workspace with all of its content'({ storage, other }) {
    await insert(storage);
    await addLeads(storage, 'ent_a', ['x']);
    await storage.snapshots.save('ent_a', { name: 'one', savedOn: now });
    await storage.workspaces.delete('ent_a');
    await insert(storage);
    equal(await leadsOf(other, 'ent_a'), []);
    equal(await other.snapshots.list('ent_a'), []);
  },

  async 'clones a workspace'({ storage, other }) {
    await insert(storage);
    await addLeads(storage, 'ent_a', ['x', 'y']);
    await storage.workspaceStore('ent_a').transaction(async (transaction) => {
      await transaction.addOption('lead.source', 'New');
      await transaction.appendActions([
        { ...{ id: 'z', leadId: 'x', type: '1', performedBy: '' }, createdOn: 1, modifiedOn: 1 },
      ]);
    });
    const copy = workspace('ent_b');
    equal(await other.workspaces.clone('ent_a', copy, {}), 'inserted');
    equal(await other.workspaces.clone('ent_nobody', workspace('ent_c'), {}), 'no-source');
    equal(await other.workspaces.clone('ent_a', copy, {}), 'id-taken');
    equal(await other.workspaces.clone('ent_a', workspace('ent_c'), { limit: 2 }), 'limit');
    await addLeads(storage, 'ent_a', ['later']);
    equal(await leadsOf(storage, 'ent_b'), ['y', 'x']);
    const cloned = storage.workspaceStore('ent_b');
    equal((await cloned.getAction('x', 'z'))?.type, '1');
    equal(await cloned.listOptions('lead.source'), ['New']);
    equal(await cloned.listMembers(), await storage.workspaceStore('ent_a').listMembers());
    equal((await storage.workspaces.findByToken('s-ent_b'))?.workspace.enterpriseId, 'ent_b');
  },

  async 'counts the content of a workspace'({ storage }) {
    await insert(storage);
    await addLeads(storage, 'ent_a', ['x', 'y']);
    await storage
      .workspaceStore('ent_a')
      .transaction((transaction) =>
        transaction.appendActions([
          { ...{ id: 'z', leadId: 'x', type: '1', performedBy: '' }, createdOn: 1, modifiedOn: 1 },
        ]),
      );
    const [nobody, usage] = await storage.workspaces.usage(['ent_nobody', 'ent_a']);
    equal([usage?.ingestions, usage?.queued, usage?.faults, usage?.requests], [0, 0, 0, 0]);
    equal([nobody?.leads, nobody?.bytes], [0, 0]);
    await eventually(async () => {
      const [found] = await storage.workspaces.usage(['ent_a']);
      return found?.leads === 2 && found.actions === 1;
    });
  },
};
