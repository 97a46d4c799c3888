import { equal, eventually } from './assert.ts';
import {
  addLeads,
  type Cases,
  fillOf,
  insert,
  lead,
  leadsOf,
  now,
  page,
  workspace,
} from './records.ts';

/** Tests of the use of workspaces and their expiry. */
export const expiryCases: Cases = {
  async 'expires workspaces, and deletes them later'({ storage, other }) {
    await insert(storage, 'ent_forever');
    await insert(storage, 'ent_soon', { state: 'unclaimed', expiresOn: now });
    await insert(storage, 'ent_later', { expiresOn: now + 10 });
    await addLeads(storage, 'ent_soon', ['x']);
    const expire = (at: number, deleteBefore: number) =>
      other.workspaces.expire({ now: at, deleteBefore });
    equal(await expire(now - 1, 0), []);
    equal(await expire(now, 0), ['ent_soon']);
    equal(await expire(now, 0), []);
    equal((await storage.workspaces.get('ent_soon'))?.state, 'expired');
    equal(await storage.workspaces.findByToken('s-ent_soon'), undefined);
    equal(await leadsOf(storage, 'ent_soon'), []);
    equal(await expire(now + 11, now + 5), ['ent_later']);
    equal(await storage.workspaces.get('ent_soon'), undefined);
    equal((await storage.workspaces.list({}, page)).total, 2);
  },

  async 'adds nothing to an expired workspace'({ storage, other }) {
    const enterpriseId = await insert(storage, 'ent_a', { expiresOn: now });
    const store = other.workspaceStore(enterpriseId);
    await storage.snapshots.save(enterpriseId, { name: 'one', savedOn: now });
    await storage.workspaces.expire({ now, deleteBefore: 0 });
    await store.transaction((transaction) => transaction.insertLead(lead('x')));
    const body = { ...{ receivedAt: now, dueAt: now, body: {}, weight: 1 }, id: 'i' };
    equal(await other.ingestions.add(enterpriseId, body), 'gone');
    equal(await other.faults.update(enterpriseId, () => [{ status: 500 }]), undefined);
    await other.faults.update(enterpriseId, () => [{ status: 500 }]);
    equal(await other.snapshots.save(enterpriseId, { name: 'two', savedOn: now }), 'gone');
    equal(await other.snapshots.restore(enterpriseId, 'one'), false);
    equal(await other.workspaces.reset(enterpriseId, fillOf(workspace(enterpriseId))), false);
    equal(await other.workspaces.clone(enterpriseId, workspace('ent_b'), {}), 'no-source');
    equal(await leadsOf(other, enterpriseId), []);
    equal(await other.workspaceStore(enterpriseId).listMembers(), []);
    equal(await other.faults.list(enterpriseId), []);
    equal(await other.snapshots.list(enterpriseId), []);
    equal((await other.workspaces.usage([enterpriseId]))[0]?.ingestions, 0);
    equal((await storage.workspaces.get(enterpriseId))?.state, 'expired');
    equal(await other.workspaces.delete(enterpriseId), true);
    equal(await storage.workspaces.get(enterpriseId), undefined);
  },

  async 'does not prolong an expired workspace by an earlier use'({ storage, other }) {
    const enterpriseId = await insert(storage, 'ent_a', { expiresOn: now });
    other.workspaces.use(enterpriseId, { at: now - 1, bytes: 5, expiresOn: now + 99 });
    await storage.workspaces.expire({ now, deleteBefore: 0 });
    storage.workspaces.use(enterpriseId, { at: now - 1, bytes: 5, expiresOn: now + 99 });
    await Promise.all([storage, other].map(({ workspaces }) => workspaces.usage([enterpriseId])));
    const expired = await storage.workspaces.get(enterpriseId);
    // A storage of one process has recorded the first use before it expired the workspace.
    equal(expired?.state === 'expired' ? expired.expiresOn : now, now);
  },

  async 'does not apply a use to a workspace that was created later with the same ID'({
    storage,
    other,
  }) {
    const enterpriseId = await insert(storage);
    other.workspaces.use(enterpriseId, { at: now + 5, bytes: 5, expiresOn: now + 99 });
    await storage.workspaces.delete(enterpriseId);
    await insert(storage, enterpriseId, { createdOn: now + 9, lastUsedOn: now + 9 });
    await Promise.all([storage, other].map(({ workspaces }) => workspaces.usage([enterpriseId])));
    const { expiresOn, lastUsedOn } = (await storage.workspaces.get(enterpriseId)) ?? {};
    equal([expiresOn, lastUsedOn], [null, now + 9]);
    equal((await storage.workspaces.usage([enterpriseId]))[0]?.bytes, 0);
  },

  async 'records uses'({ storage }) {
    const enterpriseId = await insert(storage);
    const { revision } = (await storage.workspaces.get(enterpriseId)) ?? {};
    storage.workspaces.use(enterpriseId, { at: now + 5, bytes: 7 });
    storage.workspaces.use(enterpriseId, { at: now + 9, bytes: 4, expiresOn: now + 99 });
    storage.workspaces.use('ent_nobody', { at: now, bytes: 1 });
    await eventually(async () => {
      const record = await storage.workspaces.get(enterpriseId);
      const [usage] = await storage.workspaces.usage([enterpriseId]);
      return (
        record?.lastUsedOn === now + 9 &&
        record.expiresOn === now + 99 &&
        record.revision === revision &&
        usage?.bytes === 11
      );
    });
  },
};
