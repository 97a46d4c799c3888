import type { Ingestion as Outcome } from '@telecrm/workspace';
import type { NewIngestion, Processed } from '../storage/ingestions.ts';
import type { SandboxStorage } from '../storage/storage.ts';
import { assert, equal, rejects } from './assert.ts';
import { type Cases, fillOf, insert, lead, leadsOf, now, page, workspace } from './records.ts';

const created: Outcome = { outcome: 'CREATED', lead_id: 'x', actions: [], remarks: [] };
const everything = { dueBefore: Number.MAX_SAFE_INTEGER, limit: 100 };

function ingestion(id: string, difference: Partial<NewIngestion> = {}): NewIngestion {
  return { id, receivedAt: now, dueAt: now, body: { fields: { id } }, weight: 10, ...difference };
}

const done: Processed = { outcome: created, body: { kept: true }, weight: 20 };

/** Processes all queued bodies, retrying while another process is busy. Returns the IDs in the order of processing. */
async function drain(storage: SandboxStorage, enterpriseId = 'ent_a', limit = 100) {
  const ids: string[] = [];
  for (;;) {
    const options = { ...everything, limit };
    const { nextDueAt, isBusy } = await storage.ingestions.process(
      enterpriseId,
      options,
      async ({ id }, store) => {
        await store.transaction((transaction) => transaction.insertLead(lead(id)));
        ids.push(id);
        return done;
      },
    );
    if (nextDueAt === null && !isBusy) return ids;
    if (isBusy) await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Tests of queues. */
export const ingestionCases: Cases = {
  async 'queues a body, processes it, and stores its outcome'({ storage, other }) {
    await insert(storage);
    equal(await storage.ingestions.add('ent_a', ingestion('a')), 'queued');
    const listed = await other.ingestions.list('ent_a', page);
    const record = { id: 'a', receivedAt: now, body: { fields: { id: 'a' } }, outcome: null };
    equal(pick(listed.items[0]), record);
    const seen: unknown[] = [];
    const result = await other.ingestions.process('ent_a', everything, async (one, store) => {
      seen.push([one.id, one.receivedAt, one.body]);
      await store.transaction((transaction) => transaction.insertLead(lead('x')));
      return done;
    });
    equal(result, { processed: 1, nextDueAt: null, isBusy: false });
    equal(seen, [['a', now, { fields: { id: 'a' } }]]);
    const { items, total } = await storage.ingestions.list('ent_a', page);
    equal([pick(items[0]), total], [{ ...record, body: { kept: true }, outcome: created }, 1]);
    equal(await leadsOf(storage, 'ent_a'), ['x']);
  },

  async 'processes a body that is queued after a restore in the restored content'({ storage }) {
    await insert(storage);
    await storage.snapshots.save('ent_a', { name: 'empty', savedOn: now });
    await storage.ingestions.add('ent_a', ingestion('before'));
    let changes: Promise<unknown> | undefined;
    await storage.ingestions.process('ent_a', everything, async ({ id }, store) => {
      // Some storages make these changes only after this work.
      changes ??= storage.snapshots
        .restore('ent_a', 'empty')
        .then(() => storage.ingestions.add('ent_a', ingestion('after')));
      await new Promise((resolve) => setTimeout(resolve, 20));
      await store.transaction((transaction) => transaction.insertLead(lead(id)));
      return done;
    });
    await changes;
    await drain(storage);
    equal(await leadsOf(storage, 'ent_a'), ['after']);
  },

  async 'lists each body once while others are queued'({ storage, other }) {
    await insert(storage);
    // Storages may read such large bodies in several steps.
    const add = (id: string) => storage.ingestions.add('ent_a', ingestion(id, { weight: 60_000 }));
    for (let index = 0; index < 20; index++) await add(`${index}`);
    let isListed = false;
    const listing = other.ingestions.list('ent_a', page).finally(() => {
      isListed = true;
    });
    for (let index = 0; index < 100 && !isListed; index++) await add(`later ${index}`);
    const { items } = await listing;
    equal(items.length, new Set(items.map(({ id }) => id)).size);
  },

  async 'queues nothing for an unknown workspace'({ storage }) {
    equal(await storage.ingestions.add('ent_nobody', ingestion('a')), 'gone');
    equal(await storage.ingestions.list('ent_nobody', page), { items: [], total: 0 });
    const work = async () => done;
    const idle = { processed: 0, nextDueAt: null, isBusy: false };
    equal(await storage.ingestions.process('ent_nobody', everything, work), idle);
  },

  async 'queues no more bodies than the limit'({ storage, other }) {
    await insert(storage);
    const results = [];
    for (const [index, { ingestions }] of [storage, other, storage].entries()) {
      results.push(await ingestions.add('ent_a', ingestion(`${index}`), 2));
    }
    equal(results, ['queued', 'queued', 'full']);
    await drain(storage);
    equal(await other.ingestions.add('ent_a', ingestion('later'), 2), 'queued');
  },

  async 'processes only bodies that are due, in the order of arrival'({ storage, other }) {
    await insert(storage);
    for (const id of ['c', 'a', 'b']) await storage.ingestions.add('ent_a', ingestion(id));
    await other.ingestions.add('ent_a', ingestion('d', { dueAt: now + 100 }));
    const ids: string[] = [];
    const work = async ({ id }: { id: string }) => {
      ids.push(id);
      return done;
    };
    const process = (dueBefore: number, limit: number) =>
      other.ingestions.process('ent_a', { dueBefore, limit }, work);
    const queued = { isBusy: false };
    equal(await process(now - 1, 9), { processed: 0, nextDueAt: now, ...queued });
    equal(await process(now, 2), { processed: 2, nextDueAt: now, ...queued });
    equal(await process(now, 9), { processed: 1, nextDueAt: now + 100, ...queued });
    equal(await process(now + 100, 9), { processed: 1, nextDueAt: null, ...queued });
    equal(ids, ['c', 'a', 'b', 'd']);
    const { items } = await storage.ingestions.list('ent_a', { skip: 1, limit: 2 });
    equal(
      items.map(({ id }) => id),
      ['b', 'a'],
    );
  },

  async 'processes each body once and in order, in any process'({ storage, other }) {
    await insert(storage);
    const ids = Array.from({ length: 40 }, (_, index) => `n${index}`);
    for (const [index, id] of ids.entries()) {
      await (index % 2 === 0 ? storage : other).ingestions.add('ent_a', ingestion(id));
    }
    const drained = [drain(storage, 'ent_a', 3), drain(other, 'ent_a', 2), drain(other)];
    equal((await Promise.all(drained)).flat().length, 40);
    const found = await storage
      .workspaceStore('ent_a')
      .searchLeads({ fields: [] }, { skip: 0, limit: 100 });
    equal(
      found.items.map(({ id }) => id),
      [...ids].reverse(),
    );
  },

  async 'processes bodies of one workspace sequentially, but workspaces concurrently'({
    storage,
    other,
  }) {
    await insert(storage);
    await insert(storage, 'ent_b');
    for (const id of ['ent_a', 'ent_b']) await storage.ingestions.add(id, ingestion('a'));
    const result = await storage.ingestions.process('ent_a', everything, async () => {
      const busy = await other.ingestions.process('ent_a', everything, async () => done);
      equal([busy.processed, busy.isBusy], [0, true]);
      return done;
    });
    equal(result.processed, 1);
    equal(await drain(other, 'ent_b'), ['a']);
  },

  async 'rolls back failed processing, and the body remains queued'({ storage, other }) {
    await insert(storage);
    for (const id of ['a', 'b']) await storage.ingestions.add('ent_a', ingestion(id));
    await rejects(
      storage.ingestions.process('ent_a', everything, ({ id }, store) =>
        store.transaction(async (transaction) => {
          await transaction.insertLead(lead(id));
          throw new Error('it fails');
        }),
      ),
    );
    equal(await leadsOf(other, 'ent_a'), []);
    equal(await drain(other), ['a', 'b']);
  },

  async 'continues after a transaction that rejects'({ storage }) {
    await insert(storage);
    await storage.ingestions.add('ent_a', ingestion('a'));
    await storage.ingestions.process('ent_a', everything, async (_one, store) => {
      const failing = store.transaction(async (transaction) => {
        await transaction.insertLead(lead('x'));
        throw new Error('it fails');
      });
      await rejects(failing);
      return done;
    });
    equal(await leadsOf(storage, 'ent_a'), []);
    equal((await storage.ingestions.list('ent_a', page)).items[0]?.outcome, created);
  },

  async 'does not restore ingestions that a reset has removed'({ storage }) {
    const enterpriseId = await insert(storage);
    await storage.ingestions.add(enterpriseId, ingestion('a'));
    let resetting: Promise<unknown> | undefined;
    await storage.ingestions.process(enterpriseId, everything, async ({ id }, store) => {
      resetting = storage.workspaces.reset(enterpriseId, fillOf(workspace(enterpriseId)));
      await store.transaction((transaction) => transaction.insertLead(lead(id)));
      return done;
    });
    await resetting;
    equal(await leadsOf(storage, enterpriseId), []);
    equal(await storage.ingestions.list(enterpriseId, page), { items: [], total: 0 });
  },

  async 'limits the size of a page'({ storage }) {
    await insert(storage);
    const heavy = { weight: 10 * 1024 * 1024 };
    for (const id of ['a', 'b']) {
      await storage.ingestions.add('ent_a', ingestion(id));
      await storage.ingestions.process('ent_a', everything, async () => ({ ...done, ...heavy }));
    }
    const { items, total } = await storage.ingestions.list('ent_a', page);
    equal([items.map(({ id }) => id), total], [['b'], 2]);
  },

  async 'calls back with workspaces whose bodies may not be scheduled'({ storage, other }) {
    await insert(storage);
    const long = { receivedAt: Date.now() - 60_000, dueAt: Date.now() - 60_000 };
    await storage.ingestions.add('ent_a', ingestion('a', long));
    // A storage for a single process has no queue of another process.
    if (storage === other) return;
    const called = await new Promise<string>((resolve, reject) => {
      const stop = other.ingestions.watch((enterpriseId) => {
        stop();
        resolve(enterpriseId);
      });
      setTimeout(() => reject(new Error('It is not called within five seconds')), 5000);
    });
    equal(called, 'ent_a');
  },

  async 'counts all queued bodies'({ storage, other }) {
    equal(await storage.totals(), { workspaces: 0, queued: 0, oldestQueuedAt: null });
    await insert(storage);
    await insert(storage, 'ent_b');
    await storage.ingestions.add('ent_a', ingestion('a', { receivedAt: 7 }));
    await storage.ingestions.add('ent_b', ingestion('b', { receivedAt: 5 }));
    equal(await other.totals(), { workspaces: 2, queued: 2, oldestQueuedAt: 5 });
    await drain(storage, 'ent_b');
    equal(await other.totals(), { workspaces: 2, queued: 1, oldestQueuedAt: 7 });
    const [usage] = await other.workspaces.usage(['ent_b']);
    equal([usage?.ingestions, usage?.queued], [1, 0]);
  },
};

/** The properties of a record that every storage has. */
function pick(record: unknown) {
  assert(typeof record === 'object' && record !== null, 'There is a record');
  const { id, receivedAt, body, outcome } = Object(record);
  return { id, receivedAt, body, outcome };
}
