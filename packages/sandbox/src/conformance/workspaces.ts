import { assert, equal, rejects } from './assert.ts';
import { type Cases, fillOf, insert, now, page, workspace } from './records.ts';

/** Tests of the records of workspaces and their tokens. */
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

  async 'does not insert two workspaces with the same token at the same time'({ storage }) {
    const results = await Promise.all(
      ['ent_a', 'ent_b'].map((enterpriseId) => {
        const one = workspace(enterpriseId, { tokenHashes: { sync: 's', async: 'a' } });
        return storage.workspaces.insert(one, { fill: fillOf(one) });
      }),
    );
    equal(results.sort(), ['inserted', 'token-taken']);
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
    await storage.faults.update(enterpriseId, () => [{ status: 500 }]);
    const queued = { id: 'q', receivedAt: now, dueAt: now, body: {}, weight: 1 };
    await storage.ingestions.add(enterpriseId, queued);
    const grant = await other.workspaces.findByToken('s-ent_a');
    equal([grant?.hasFaults, grant?.hasQueued], [true, true]);
  },

  async 'accepts no token after it was replaced or its workspace was deleted'({ storage, other }) {
    await insert(storage);
    await other.workspaces.findByToken('s-ent_a');
    await storage.workspaces.update('ent_a', () => ({ tokenHashes: { sync: 's2', async: 'a2' } }));
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
    const changed = await storage.workspaces.update(enterpriseId, () => ({
      clock: { fixedAt: 5 },
    }));
    equal(changed?.clock, { fixedAt: 5 });
    revisions.push(changed?.revision);
    equal(await other.workspaces.get(enterpriseId), changed);
    await storage.workspaces.reset(enterpriseId, fillOf(workspace(enterpriseId)));
    revisions.push((await storage.workspaces.get(enterpriseId))?.revision);
    await storage.workspaces.delete(enterpriseId);
    await insert(storage);
    revisions.push((await other.workspaces.get(enterpriseId))?.revision);
    equal(new Set(revisions).size, 4);
    equal(await storage.workspaces.update('ent_nobody', () => ({ expiresOn: 1 })), undefined);
  },

  async 'loses no concurrent update of a record'({ storage, other }) {
    const enterpriseId = await insert(storage);
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 === 0 ? storage : other).workspaces.update(enterpriseId, ({ clock }) => ({
          clock: { offsetMs: ('offsetMs' in clock ? clock.offsetMs : 0) + 1 },
        })),
      ),
    );
    equal((await other.workspaces.get(enterpriseId))?.clock, { offsetMs: 20 });
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
    const changed = await storage.workspaces.update(enterpriseId, () => ({ definition }));
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
};
