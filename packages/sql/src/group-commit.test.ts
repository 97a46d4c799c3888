import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { SqlTransaction } from './database.ts';
import { createGroupCommit, type GroupConnection } from './group-commit.ts';

const transaction: SqlTransaction = {
  all: async () => [],
  run: async () => 0,
  savepoint: (work) => work(),
  lock: async () => {},
};

/** A group commit on a connection that only counts its commits. */
function countingGroup(maxWaitMs: number) {
  let commits = 0;
  const connection: GroupConnection = {
    transaction,
    begin: async () => {},
    commit: async () => void commits++,
    rollback: async () => {},
    savepoint: async () => {},
    releaseSavepoint: async () => {},
    rollBackToSavepoint: async () => {},
    isOpen: () => true,
    end() {},
  };
  const group = createGroupCommit({
    connect: async () => connection,
    maxParts: 10,
    isConflict: () => false,
    endOfTurn: () => setImmediate(),
    maxWaitMs,
  });
  return { add: () => group.run(async () => {}), commits: () => commits };
}

it('waits for as many parts as shared the previous commit', async () => {
  const { add, commits } = countingGroup(60_000);
  await Promise.all([add(), add(), add()]);
  expect(commits()).toBe(1);
  const adding = [add()];
  for (const _ of [1, 2]) {
    for (let turn = 0; turn < 5; turn++) await setImmediate();
    adding.push(add());
  }
  await Promise.all(adding);
  expect(commits()).toBe(2);
});

it('commits without the missing parts after a while, and then no longer waits for them', async () => {
  const { add, commits } = countingGroup(1);
  await Promise.all([add(), add()]);
  await add();
  await add();
  expect(commits()).toBe(3);
});
