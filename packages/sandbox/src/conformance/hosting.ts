import type { AuditEntry } from '../storage/audit.ts';
import type { HostingStorage } from '../storage/hosting.ts';
import type { PartnerRecord } from '../storage/partners.ts';
import { retention } from '../storage/retention.ts';
import { assert, equal } from './assert.ts';
import { type Cases, insert, now, page, type Subject } from './records.ts';

/** A test of the state that only a shared sandbox has. A storage without it has nothing to test. */
function ofHosting(
  test: (storage: HostingStorage, other: HostingStorage) => Promise<void>,
): (subject: Subject) => Promise<void> {
  return async ({ storage, other }) => {
    if (storage.hosting && other.hosting) await test(storage.hosting, other.hosting);
  };
}

const entry = (partnerId: string | null, operation: string, time = now): AuditEntry => ({
  ...{ time, actor: partnerId === null ? 'admin' : 'partner', partnerId, operation },
  ...{ enterpriseId: null, subject: null, status: 200 },
});

const partner = (id: string): PartnerRecord => ({
  ...{ id, name: id, keyHash: `hash of ${id}`, createdOn: now },
});

/** Tests of the audit trail, and of limits for partners and for callers without a key. */
export const hostingCases: Cases = {
  'lists the audit trail, newest first': ofHosting(async ({ audit }, other) => {
    await audit.add(entry('p', 'a'));
    await audit.add(entry(null, 'b'));
    await audit.add(entry('p', 'c'));
    const all = await other.audit.list({}, page);
    equal(all, { items: [entry('p', 'c'), entry(null, 'b'), entry('p', 'a')], total: 3 });
    const ofPartner = await other.audit.list({ partnerId: 'p' }, { skip: 1, limit: 5 });
    equal(ofPartner, { items: [entry('p', 'a')], total: 2 });
  }),

  'adds the result of a call to the audit trail later': ofHosting(async ({ audit }, other) => {
    const first = await audit.add({ ...entry('p', 'a'), status: null });
    const second = await other.audit.add({ ...entry('p', 'b'), status: null });
    await audit.complete(first, { status: 204, subject: 'ent_new' });
    await audit.complete(second + 1, { status: 500, subject: null });
    const { items } = await other.audit.list({}, page);
    equal(
      items.map(({ subject, status }) => [subject, status]),
      [
        [null, null],
        ['ent_new', 204],
      ],
    );
  }),

  'deletes entries of the audit trail that are too old, a few at a time': ofHosting(
    async ({ audit }, other) => {
      const old = now - retention.auditMs - 1;
      const limit = retention.auditDeletions;
      for (let count = 0; count <= limit; count++) {
        await audit.add(entry(count % 2 === 0 ? 'p' : null, `old ${count}`, old));
      }
      await audit.add(entry('p', 'kept', now - retention.auditMs));
      const all = async () => (await other.audit.list({}, { skip: 0, limit: 100 })).items;
      equal((await all()).length, limit + 2);
      await audit.add(entry('q', 'a'));
      equal((await all()).length, 3);
      await other.audit.add(entry('q', 'b'));
      equal(
        (await all()).map(({ operation }) => operation),
        ['b', 'a', 'kept'],
      );
    },
  ),

  'counts created workspaces across processes, separately for each caller': ofHosting(
    async ({ creations }, other) => {
      const limit = { requests: 4, seconds: 3600 };
      const waits = await Promise.all(
        Array.from({ length: 6 }, (_, index) =>
          (index % 2 === 0 ? creations : other.creations).take('a', limit),
        ),
      );
      const rejected = waits.filter((wait) => wait > 0);
      equal(rejected.length, 2);
      assert(
        rejected.every((wait) => wait > 3000 && wait <= 3600),
        'The wait is until the first workspace is an hour old',
      );
      equal(await other.creations.take('b', limit), 0);
      await other.creations.giveBack('a');
      equal(await creations.take('a', limit), 0);
      assert((await creations.take('a', limit)) > 0, 'One was given back');
      assert((await creations.take('a', { ...limit, requests: 2 })) > 0, 'The limit is lower now');
      await creations.giveBack('nobody');
    },
  ),

  async 'counts calls across processes, separately for each partner and workspace'({
    storage,
    other,
  }) {
    if (storage.hosting === undefined || other.hosting === undefined) return;
    for (const id of ['a', 'b', 'c']) await storage.partners.insert(partner(id));
    await insert(storage, 'a');
    const limit = { name: 'control', requests: 4, seconds: 3600 };
    const [one, two] = [storage.hosting.partnerRateLimits, other.hosting.partnerRateLimits];
    const waits = await Promise.all(
      Array.from({ length: 9 }, (_, index) => (index % 2 === 0 ? one : two).take('a', limit)),
    );
    const rejected = waits.filter((wait) => wait > 0);
    equal(rejected.length, 5);
    assert(
      rejected.every((wait) => wait > 3000 && wait <= 3600),
      'The wait is until the first call is an hour old',
    );
    equal(await two.take('b', limit), 0);
    equal(await storage.rateLimits.take('a', limit), 0);
    // A rejected call, a new key and the deletion of others change nothing.
    await storage.partners.replaceKey('a', 'another hash');
    await other.partners.delete('b');
    await storage.workspaces.delete('a');
    assert((await two.take('a', limit)) > 0, 'It is still used up');
    equal(await one.take('c', limit), 0);
  },

  'allows callers to create workspaces again after the period, and deletes their counts': ofHosting(
    async ({ creations }) => {
      const short = { requests: 1, seconds: 0.1 };
      const long = { requests: 1, seconds: 3600 };
      equal(await creations.take('a', short), 0);
      await new Promise((resolve) => setTimeout(resolve, 150));
      equal(await creations.take('a', short), 0);
      await creations.deleteExpired(long.seconds);
      assert((await creations.take('a', long)) > 0, 'Only what has expired is deleted');
      await creations.deleteExpired(0);
      equal(await creations.take('a', long), 0);
    },
  ),
};
