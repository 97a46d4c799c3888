import { retention } from '../storage/retention.ts';
import { assert, equal, rejects } from './assert.ts';
import { addLeads, type Cases, insert, leadsOf, now, page, request } from './records.ts';

/** Tests of faults, rate limits, requests, snapshots and partners. */
export const listCases: Cases = {
  async 'takes a fault exactly as often as it says, even from several processes concurrently'({
    storage,
    other,
  }) {
    await insert(storage);
    const fault = { operationId: 'getLead', status: 503, times: 3 };
    await storage.faults.update('ent_a', () => [fault, { status: 500 }]);
    const taken = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        (index % 2 === 0 ? storage : other).faults.take('ent_a', 'getLead'),
      ),
    );
    equal(taken.filter((one) => one?.status === 503).length, 3);
    equal(taken.filter((one) => one?.status === 500).length, 5);
    equal(await other.faults.list('ent_a'), [{ status: 500 }]);
  },

  async 'takes the first fault that matches an operation'({ storage }) {
    await insert(storage);
    await storage.faults.update('ent_a', () => [{ operationId: 'getLead', status: 503, times: 2 }]);
    equal(await storage.faults.take('ent_a', 'createLead'), undefined);
    equal((await storage.faults.take('ent_a', 'getLead'))?.status, 503);
    const [left] = await storage.faults.list('ent_a');
    equal(left, { operationId: 'getLead', status: 503, times: 1 });
    equal(await storage.faults.take('ent_nobody', 'getLead'), undefined);
  },

  async 'updates faults atomically, even from several processes concurrently'({ storage, other }) {
    await insert(storage);
    const added = Array.from({ length: 8 }, (_, index) => ({ body: { a: [index] } }));
    await Promise.all(
      added.map((fault, index) =>
        (index % 2 === 0 ? storage : other).faults.update('ent_a', (all) => [...all, fault]),
      ),
    );
    equal((await other.faults.list('ent_a')).length, added.length);
    equal(
      await other.faults.update('ent_a', (all) => all.slice(7)),
      await storage.faults.list('ent_a'),
    );
    const failing = () => {
      throw new TypeError('There are too many');
    };
    await rejects(storage.faults.update('ent_a', failing));
    equal((await storage.faults.list('ent_a')).length, 1);
    equal(await storage.faults.update('ent_a', () => []), []);
    equal(await storage.faults.list('ent_a'), []);
    equal(await storage.faults.update('ent_nobody', () => [{ status: 500 }]), undefined);
  },

  async 'counts requests across processes, separately for each name and workspace'({
    storage,
    other,
  }) {
    await insert(storage);
    await insert(storage, 'ent_b');
    const limit = { name: 'async', requests: 4, seconds: 3600 };
    const waits = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        (index % 2 === 0 ? storage : other).rateLimits.take('ent_a', limit),
      ),
    );
    const rejected = waits.filter((wait) => wait > 0);
    equal(rejected.length, 2);
    assert(
      rejected.every((wait) => wait > 3000 && wait <= 3600),
      'The wait is until the first request is an hour old',
    );
    equal(await other.rateLimits.take('ent_a', { ...limit, name: 'sync' }), 0);
    equal(await other.rateLimits.take('ent_b', limit), 0);
    equal(await other.rateLimits.take('ent_b', { name: 'none', requests: 0, seconds: 60 }), 60);
  },

  async 'allows requests again after the period'({ storage }) {
    await insert(storage);
    const limit = { name: 'minute', requests: 2, seconds: 1 };
    for (let count = 0; count < 2; count++) {
      equal(await storage.rateLimits.take('ent_a', limit), 0);
    }
    equal(await storage.rateLimits.take('ent_a', limit), 1);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    equal(await storage.rateLimits.take('ent_a', limit), 0);
  },

  async 'logs requests, newest first'({ storage }) {
    await insert(storage);
    const options = { isAuthorized: true, bytes: 10 };
    for (const operation of ['a', 'b', 'c']) {
      storage.requests.add('ent_a', request(operation), options);
    }
    storage.requests.add('ent_nobody', request('d'), options);
    const { items, total } = await storage.requests.list('ent_a', { skip: 1, limit: 5 });
    equal([items, total], [[request('b'), request('a')], 3]);
    equal(await storage.requests.list('ent_nobody', page), { items: [], total: 0 });
  },

  async 'stores the last requests, and those without a token do not displace the others'({
    storage,
  }) {
    await insert(storage);
    const authorized = { isAuthorized: true, bytes: 0 };
    storage.requests.add('ent_a', request('first'), authorized);
    for (let count = 0; count < retention.requests; count++) {
      storage.requests.add('ent_a', request('stranger'), { isAuthorized: false, bytes: 0 });
    }
    const list = async () => (await storage.requests.list('ent_a', { skip: 0, limit: 2000 })).items;
    equal((await list()).at(-1)?.operation, 'first');
    equal((await list()).length, retention.unauthorizedRequests + 1);
    for (let count = 0; count < retention.requests; count++) {
      storage.requests.add('ent_a', request('later'), authorized);
    }
    const later = (await list()).filter(({ operation }) => operation === 'later');
    equal(later.length, retention.requests);
    equal(
      (await list()).some(({ operation }) => operation === 'first'),
      false,
    );
  },

  async 'stores the newest bodies of requests'({ storage }) {
    await insert(storage);
    const options = { isAuthorized: true, bytes: retention.requestBytes * 0.4 };
    for (const operation of ['a', 'b', 'c']) {
      storage.requests.add('ent_a', request(operation), options);
    }
    const { items } = await storage.requests.list('ent_a', page);
    equal(
      items.map(({ sent }) => sent !== null),
      [true, true, false],
    );
  },

  async 'saves and restores snapshots'({ storage, other }) {
    const enterpriseId = await insert(storage);
    await addLeads(storage, enterpriseId, ['x']);
    const save = (name: string, limit?: number) =>
      storage.snapshots.save(enterpriseId, {
        ...{ name, savedOn: now },
        ...(limit !== undefined && { limit }),
      });
    equal(await save('one'), 'saved');
    await addLeads(storage, enterpriseId, ['y']);
    equal(await save('two', 1), 'limit');
    equal(await save('two', 2), 'saved');
    const queued = { id: 'q', receivedAt: now, dueAt: now, body: {}, weight: 1 };
    await storage.ingestions.add(enterpriseId, queued);
    const before = (await storage.workspaces.get(enterpriseId))?.revision;
    equal(await other.snapshots.restore(enterpriseId, 'one'), true);
    equal(await leadsOf(storage, enterpriseId), ['x']);
    equal((await storage.ingestions.list(enterpriseId, page)).total, 0);
    assert((await storage.workspaces.get(enterpriseId))?.revision !== before, 'It is a new one');
    await addLeads(storage, enterpriseId, ['z']);
    equal(await other.snapshots.restore(enterpriseId, 'two'), true);
    equal(await leadsOf(storage, enterpriseId), ['y', 'x']);
    equal(await storage.snapshots.list(enterpriseId), [
      { name: 'one', savedOn: now, leads: 1 },
      { name: 'two', savedOn: now, leads: 2 },
    ]);
    equal(await storage.snapshots.restore(enterpriseId, 'three'), false);
    equal(await storage.snapshots.delete(enterpriseId, 'one'), true);
    equal(await storage.snapshots.delete(enterpriseId, 'one'), false);
    equal(await save('two', 1), 'saved');
    equal(await storage.snapshots.save('ent_nobody', { name: 'one', savedOn: now }), 'gone');
  },

  async 'stores partners, and finds them by their key'({ storage, other }) {
    const partner = { id: 'p', name: 'Ann', keyHash: 'k', createdOn: now };
    await storage.partners.insert(partner);
    await storage.partners.insert({ ...partner, id: 'q', keyHash: 'l' });
    equal(await other.partners.findByKey('k'), partner);
    equal(await other.partners.get('p'), partner);
    equal(await other.partners.findByKey('m'), undefined);
    equal((await other.partners.list({ skip: 0, limit: 1 })).items, [partner]);
    equal(await storage.partners.replaceKey('p', 'm'), true);
    equal(await other.partners.findByKey('k'), undefined);
    equal((await other.partners.findByKey('m'))?.id, 'p');
    equal(await storage.partners.replaceKey('nobody', 'x'), false);
  },

  async 'deletes a partner with its workspaces'({ storage, other }) {
    await storage.partners.insert({ id: 'p', name: 'P', keyHash: 'k', createdOn: now });
    await insert(storage, 'ent_a', { partnerId: 'p' });
    await insert(storage, 'ent_b');
    equal(await storage.partners.delete('p'), true);
    equal(await other.partners.findByKey('k'), undefined);
    equal(await other.workspaces.findByToken('s-ent_a'), undefined);
    equal((await other.workspaces.list({}, page)).total, 1);
    equal(await storage.partners.delete('p'), false);
  },

  async 'stores the number of calls, and can be checked'({ storage }) {
    equal(await storage.readCallCount(), 0);
    storage.saveCallCount(7);
    equal(await storage.readCallCount(), 7);
    await storage.check();
  },
};
