import { assert, equal, rejects } from './assert.ts';
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

/** Tests of workspaces and their tokens. */
export const workspaceCases: Cases = {
  async 'inserts a workspace with its content, which another process finds'({ storage, other }) {
    const enterpriseId = await insert(storage);
    const { revision, ...record } = (await other.workspaces.get(enterpriseId)) ?? {};
    equal(record, workspace(enterpriseId));
    assert(typeof revision === 'number', 'It has a revision');
    const members = await other.workspaceStore(enterpriseId).listMembers();
    equal(members.length, workspace(enterpriseId).definition.teamMembers.length);
    equal(await other.workspaces.get('ent_nobody'), undefined);
  },

  async 'inserts nothing if filling it fails'({ storage }) {
    const options = { fill: () => Promise.reject(new Error('it fails')) };
    await rejects(storage.workspaces.insert(workspace('ent_a'), options));
    equal(await storage.workspaces.get('ent_a'), undefined);
    await insert(storage);
  },

  async 'inserts one of several concurrent workspaces with the same ID'({ storage, other }) {
    const results = await Promise.all(
      [storage, other, storage, other].map(({ workspaces }, index) => {
        const one = workspace('ent_a', { tokenHashes: { sync: `s${index}`, async: `a${index}` } });
        return workspaces.insert(one, { fill: fillOf(one) });
      }),
    );
    equal([...results].sort(), ['id-taken', 'id-taken', 'id-taken', 'inserted']);
  },

  async 'does not insert two workspaces with the same token'({ storage }) {
    await insert(storage);
    const one = workspace('ent_b', { tokenHashes: { sync: 's-b', async: 's-ent_a' } });
    equal(await storage.workspaces.insert(one, { fill: fillOf(one) }), 'token-taken');
    equal(await storage.workspaces.get('ent_b'), undefined);
  },

  async 'limits the workspaces of a partner in one state, even for concurrent inserts'({
    storage,
    other,
  }) {
    const partner = { id: 'p', name: 'P', keyHash: 'k', createdOn: now };
    await storage.partners.insert(partner);
    await insert(storage, 'ent_none');
    await insert(storage, 'ent_old', { partnerId: 'p', state: 'expired', expiresOn: now });
    const results = await Promise.all(
      Array.from({ length: 6 }, (_, index) => {
        const one = workspace(`ent_${index}`, { partnerId: 'p' });
        const { workspaces } = index % 2 === 0 ? storage : other;
        return workspaces.insert(one, { fill: fillOf(one), limit: 2 });
      }),
    );
    equal(results.filter((result) => result === 'inserted').length, 2);
    equal(results.filter((result) => result === 'limit').length, 4);
  },

  async 'finds a workspace by its tokens'({ storage, other }) {
    const enterpriseId = await insert(storage);
    for (const [hash, api] of [
      ['s-ent_a', 'sync'],
      ['a-ent_a', 'async'],
    ] as const) {
      const grant = await other.workspaces.findByToken(hash);
      equal(grant?.workspace, await storage.workspaces.get(enterpriseId));
      equal([grant?.api, grant?.hasFaults, grant?.hasQueued], [api, false, false]);
    }
    equal(await other.workspaces.findByToken('s-ent_b'), undefined);
    await storage.faults.replace(enterpriseId, [{ status: 500 }]);
    const queued = { id: 'q', receivedAt: now, dueAt: now, body: {}, weight: 1 };
    await storage.ingestions.add(enterpriseId, queued);
    const grant = await other.workspaces.findByToken('s-ent_a');
    equal([grant?.hasFaults, grant?.hasQueued], [true, true]);
  },

  async 'accepts no token after it was replaced or its workspace was deleted'({ storage, other }) {
    await insert(storage);
    await other.workspaces.findByToken('s-ent_a');
    await storage.workspaces.update('ent_a', { tokenHashes: { sync: 's2', async: 'a2' } });
    equal(await other.workspaces.findByToken('s-ent_a'), undefined);
    equal((await other.workspaces.findByToken('s2'))?.api, 'sync');
    equal(await storage.workspaces.delete('ent_a'), true);
    equal(await other.workspaces.findByToken('s2'), undefined);
    equal(await other.workspaces.findByToken('a2'), undefined);
    equal(await storage.workspaces.delete('ent_a'), false);
  },

  async 'lists workspaces, oldest first, of one partner or of none'({ storage, other }) {
    await storage.partners.insert({ id: 'p', name: 'P', keyHash: 'k', createdOn: now });
    await insert(storage, 'ent_c');
    await insert(storage, 'ent_a', { partnerId: 'p' });
    await insert(storage, 'ent_b', { partnerId: 'p', createdOn: now + 1 });
    const list = async (partnerId?: string | null, part = page) => {
      const filter = partnerId === undefined ? {} : { partnerId };
      const { items, total } = await other.workspaces.list(filter, part);
      return [items.map(({ enterpriseId }) => enterpriseId), total];
    };
    equal(await list(), [['ent_c', 'ent_a', 'ent_b'], 3]);
    equal(await list('p'), [['ent_a', 'ent_b'], 2]);
    equal(await list('q'), [[], 0]);
    equal(await list(null), [['ent_c'], 1]);
    equal(await list(undefined, { skip: 1, limit: 1 }), [['ent_a'], 3]);
  },

  async 'updates a record and gives it a new revision'({ storage, other }) {
    const enterpriseId = await insert(storage);
    const revisions = [(await storage.workspaces.get(enterpriseId))?.revision];
    const changed = await storage.workspaces.update(enterpriseId, { clock: { fixedAt: 5 } });
    equal(changed?.clock, { fixedAt: 5 });
    revisions.push(changed?.revision);
    equal(await other.workspaces.get(enterpriseId), changed);
    await storage.workspaces.reset(enterpriseId, fillOf(workspace(enterpriseId)));
    revisions.push((await storage.workspaces.get(enterpriseId))?.revision);
    await storage.workspaces.delete(enterpriseId);
    await insert(storage);
    revisions.push((await other.workspaces.get(enterpriseId))?.revision);
    equal(new Set(revisions).size, 4);
    equal(await storage.workspaces.update('ent_nobody', { expiresOn: 1 }), undefined);
  },

  async 'counts bytes up to a limit exactly, whichever processes count them'({ storage, other }) {
    const enterpriseId = await insert(storage);
    const counted = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 === 0 ? storage : other).workspaces.addBytes(enterpriseId, 3, 31),
      ),
    );
    equal(counted.filter(Boolean).length, 10);
    equal((await storage.workspaces.usage([enterpriseId]))[0]?.bytes, 30);
    equal(await other.workspaces.addBytes(enterpriseId, 1, 31), true);
    equal(await other.workspaces.addBytes(enterpriseId, 1, 31), false);
    await storage.workspaces.reset(enterpriseId, fillOf(workspace(enterpriseId)));
    equal(await other.workspaces.addBytes(enterpriseId, 31, 31), true);
    equal(await storage.workspaces.addBytes('ent_nobody', 100, 1), true);
  },

  async 'updates a definition, which each process then uses'({ storage, other }) {
    const enterpriseId = await insert(storage);
    const before = await other.workspaces.findByToken('s-ent_a');
    const definition = { ...workspace(enterpriseId).definition, timeZone: 'Asia/Tokyo' };
    const changed = await storage.workspaces.update(enterpriseId, { definition });
    equal(changed?.definition, definition);
    const after = await other.workspaces.findByToken('s-ent_a');
    equal(after?.workspace.definition, definition);
    equal(before?.workspace.definition.timeZone, 'Asia/Kolkata');
    equal((await storage.workspaces.get(enterpriseId))?.definition, definition);
  },

  async 'transfers an unclaimed workspace to one of several partners'({ storage, other }) {
    for (const id of ['p', 'q']) {
      await storage.partners.insert({ id, name: id, keyHash: id, createdOn: now });
    }
    const enterpriseId = await insert(storage, 'ent_a', { state: 'unclaimed', expiresOn: now });
    const claims = await Promise.all([
      storage.workspaces.claim(enterpriseId, { partnerId: 'p', expiresOn: null }),
      other.workspaces.claim(enterpriseId, { partnerId: 'q', expiresOn: null }),
    ]);
    equal([...claims].sort(), ['claimed', 'not-unclaimed']);
    const { state, partnerId, expiresOn } = (await other.workspaces.get(enterpriseId)) ?? {};
    equal([state, partnerId, expiresOn], ['live', claims[0] === 'claimed' ? 'p' : 'q', null]);
  },

  async 'transfers no more workspaces to a partner than its limit'({ storage }) {
    await storage.partners.insert({ id: 'p', name: 'P', keyHash: 'k', createdOn: now });
    await insert(storage, 'ent_p', { partnerId: 'p' });
    await insert(storage, 'ent_a', { state: 'unclaimed' });
    const claim = { partnerId: 'p', expiresOn: null, limit: 1 };
    equal(await storage.workspaces.claim('ent_a', claim), 'limit');
    equal(await storage.workspaces.claim('ent_nobody', claim), 'not-unclaimed');
    equal((await storage.workspaces.get('ent_a'))?.state, 'unclaimed');
  },

  async 'resets a workspace to its initial content'({ storage, other }) {
    const enterpriseId = await insert(storage);
    await insert(storage, 'ent_b');
    for (const id of [enterpriseId, 'ent_b']) {
      await addLeads(storage, id, ['x']);
      await storage.faults.replace(id, [{ status: 500 }]);
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
    equal(await other.faults.add(enterpriseId, [{ status: 500 }], 10), false);
    await other.faults.replace(enterpriseId, [{ status: 500 }]);
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

/** Waits until counts are equal that may lag by some seconds. */
async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const until = performance.now() + 10_000;
  while (!(await holds())) {
    assert(performance.now() < until, 'It did not come true within ten seconds');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
