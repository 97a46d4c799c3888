import { describe, expect, it } from 'vitest';
import { storeConformance } from '../../conformance/index.ts';
import type { WorkspaceStore } from '../store.ts';
import { createMemoryStore } from './store.ts';

const cases = storeConformance(createMemoryStore);

describe('the memory store', () => {
  it.each(cases)('$name', ({ run }) => run());
});

/** Creates a store with one mistake. */
function broken(change: (store: WorkspaceStore) => Partial<WorkspaceStore>): () => WorkspaceStore {
  return () => {
    const store = createMemoryStore();
    return { ...store, ...change(store) };
  };
}

describe('the conformance suite detects', () => {
  it.each<[string, (store: WorkspaceStore) => Partial<WorkspaceStore>]>([
    ['reads that find nothing', () => ({ getLead: async () => undefined })],
    ['a snapshot that cannot be restored', () => ({ restore: async () => ({ ok: true }) })],
    [
      'writes that are not rolled back',
      (store) => ({
        transaction: async (work) => {
          let failure: unknown;
          const result = await store.transaction((transaction) =>
            work(transaction).catch((error) => {
              failure = error;
              return undefined;
            }),
          );
          if (failure) throw failure;
          // The transaction has succeeded.
          return result as Awaited<ReturnType<typeof work>>;
        },
      }),
    ],
    [
      'a lead that is inserted twice',
      (store) => ({
        transaction: (work) =>
          store.transaction((transaction) =>
            work({
              ...transaction,
              insertLead: (lead) => transaction.insertLead(lead).then(() => true),
            }),
          ),
      }),
    ],
  ])('%s', async (_, change) => {
    const results = await Promise.allSettled(
      storeConformance(broken(change)).map(({ run }) => run()),
    );
    expect(results.filter(({ status }) => status === 'rejected')).not.toEqual([]);
  });
});
