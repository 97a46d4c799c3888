import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, open, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, it, vi } from 'vitest';
import { createTestFolder } from '../../testing/cli.ts';
import { createAppender } from './append.ts';
import { interruptedReason, openJournal } from './journal.ts';
import type { JournalHeader } from './record.ts';

const lockModule = join(import.meta.dirname, 'lock.ts');

const header: JournalHeader = {
  journal: 1,
  sha256: 'abc',
  enterpriseId: 'ent_1',
  mapping: { Mobile: 'phone', Notes: null },
};

async function journalIn(folder: { path: string }, own: JournalHeader = header) {
  return openJournal(join(folder.path, 'leads.journal'), own);
}

it('stores the outcome of each row', async () => {
  await using folder = await createTestFolder();
  {
    await using journal = await journalIn(folder);
    expect(journal.isResumed).toBe(false);
    await Promise.all([
      journal.settle(1, 'queued'),
      journal.settle(5000, 'failed', 'a “reason”\nin two lines'),
      journal.start(3).then(() => journal.settle(3, 'unknown', 'who knows')),
      journal.start(4).then(() => journal.reopen(4)),
    ]);
  }
  await using journal = await journalIn(folder);
  const { states } = journal;
  expect(journal.isResumed).toBe(true);
  expect([1, 2, 3, 4, 5000].map((row) => states.outcome(row))).toEqual([
    ...['queued', undefined, 'unknown', undefined, 'failed'],
  ]);
  expect(states.reason(5000)).toBe('a “reason”\nin two lines');
  expect(states.counts).toEqual({ queued: 1, failed: 1, unknown: 1 });
});

it('settles a row that was in flight when it ended as unknown, once', async () => {
  await using folder = await createTestFolder();
  {
    await using journal = await journalIn(folder);
    await journal.start(7);
  }
  for (let run = 0; run < 2; run++) {
    await using journal = await journalIn(folder);
    expect(journal.states.outcome(7)).toBe('unknown');
    expect(journal.states.reason(7)).toBe(interruptedReason);
  }
  const text = await readFile(join(folder.path, 'leads.journal'), 'utf8');
  expect(text.match(/unknown/g)).toHaveLength(1);
});

it.each(['{"row":2,"outcome":"que', '{"row":2,"outcome":"queued"}', '\0\0\0\0'])(
  'ignores an incomplete last line, %j',
  async (incomplete) => {
    await using folder = await createTestFolder();
    {
      await using journal = await journalIn(folder);
      await journal.settle(1, 'queued');
    }
    await appendFile(join(folder.path, 'leads.journal'), incomplete);
    {
      await using journal = await journalIn(folder);
      expect(journal.states.outcome(2)).toBeUndefined();
      await journal.settle(2, 'failed', 'now');
    }
    await using journal = await journalIn(folder);
    expect([1, 2].map((row) => journal.states.outcome(row))).toEqual(['queued', 'failed']);
  },
);

it('starts again after an incomplete first line', async () => {
  await using folder = await createTestFolder();
  await writeFile(join(folder.path, 'leads.journal'), '{"journal":1,"sha');
  await using journal = await journalIn(folder);
  expect(journal.isResumed).toBe(false);
});

it('rejects a damaged line in the middle', async () => {
  await using folder = await createTestFolder();
  {
    await using journal = await journalIn(folder);
    await journal.settle(1, 'queued');
  }
  await appendFile(join(folder.path, 'leads.journal'), 'nonsense\n{"row":2,"outcome":"queued"}\n');
  await expect(journalIn(folder)).rejects.toThrow('is damaged');
});

it.each<[Partial<JournalHeader>, string]>([
  [{ sha256: 'def' }, 'the file has changed since'],
  [{ enterpriseId: 'ent_2' }, 'belongs to another enterprise, ent_1'],
  [{ mapping: {} }, 'columns were sent as other fields'],
])('does not match %j', async (other, message) => {
  await using folder = await createTestFolder();
  await (await journalIn(folder))[Symbol.asyncDispose]();
  await expect(journalIn(folder, { ...header, ...other })).rejects.toThrow(message);
  // A journal that could not be opened is not locked either.
  await using _ = await journalIn(folder);
});

it('cannot be opened by two commands, unless one of them has died', async () => {
  await using folder = await createTestFolder();
  {
    await using _ = await journalIn(folder);
    await expect(journalIn(folder)).rejects.toThrow(`process ${process.pid}, is sending this file`);
  }
  // No process has this ID: it exceeds the limit of every system.
  await writeFile(join(folder.path, 'leads.journal.lock'), '99999999');
  await using _ = await journalIn(folder);
});

it('replaces the lock of a killed process with the same ID, but none of another machine', async () => {
  await using folder = await createTestFolder();
  const lock = join(folder.path, 'leads.journal.lock');
  // A container that starts again has the same IDs of processes.
  await writeFile(lock, `${process.pid} ${hostname()}`);
  await (await journalIn(folder))[Symbol.asyncDispose]();
  await writeFile(lock, '99999999 another-container');
  await expect(journalIn(folder)).rejects.toThrow('process 99999999 on another-container, is');
});

it('is opened by exactly one of many commands that find the lock of a dead one', async () => {
  await using folder = await createTestFolder();
  const path = join(folder.path, 'leads.journal');
  await writeFile(`${path}.lock`, '99999999');
  const source = `
    const { acquireLock } = await import(${JSON.stringify(pathToFileURL(lockModule).href)});
    process.stdin.once('data', async () => {
      await acquireLock(${JSON.stringify(path)}).then(() => console.log('locked'), () => console.log('rejected'));
    });
    process.stdin.once('end', () => process.exit());
    console.log('ready');
  `;
  const children = Array.from({ length: 4 }, () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', source]);
    return { child, lines: createInterface(child.stdout)[Symbol.asyncIterator]() };
  });
  const next = () => Promise.all(children.map(async ({ lines }) => (await lines.next()).value));
  expect(await next()).toEqual(['ready', 'ready', 'ready', 'ready']);
  for (const { child } of children) child.stdin.write('go');
  expect((await next()).toSorted()).toEqual(['locked', 'rejected', 'rejected', 'rejected']);
  const ended = children.map(({ child }) => once(child, 'exit'));
  for (const { child } of children) child.stdin.end();
  await Promise.all(ended);
});

it('writes nothing after a failed write, which may have left an incomplete line', async () => {
  const written: string[] = [];
  let full = false;
  const append = createAppender({
    async appendFile(text) {
      if (full) throw new Error('ENOSPC');
      written.push(String(text));
    },
    datasync: async () => undefined,
  });
  await append('a');
  full = true;
  await expect(append('b')).rejects.toThrow('ENOSPC');
  full = false;
  await expect(append('c')).rejects.toThrow('ENOSPC');
  expect(written).toEqual(['a']);
});

it('closes the file if its first line cannot be written', async () => {
  await using folder = await createTestFolder();
  const other = await open(join(folder.path, 'other'), 'a');
  await other.close();
  const handles: typeof other = Object.getPrototypeOf(other);
  const append = vi.spyOn(handles, 'appendFile').mockRejectedValueOnce(new Error('ENOSPC'));
  try {
    await expect(journalIn(folder)).rejects.toThrow('ENOSPC');
    // A closed file has the descriptor -1.
    expect(append.mock.contexts).toMatchObject([{ fd: -1 }]);
  } finally {
    append.mockRestore();
  }
  await using _ = await journalIn(folder);
});

it('acknowledges a write once it is on the disk, and not before', async () => {
  const done: string[] = [];
  const synced = Promise.withResolvers<void>();
  const append = createAppender({
    async appendFile(text) {
      done.push(`written ${text}`);
    },
    async datasync() {
      await synced.promise;
      done.push('synced');
    },
  });
  const acknowledged = append('a').then(() => done.push('acknowledged'));
  await nextTurn();
  expect(done).toEqual(['written a']);
  synced.resolve();
  await acknowledged;
  expect(done).toEqual(['written a', 'synced', 'acknowledged']);
});

it('rejects all pending writes if one fails', async () => {
  await using folder = await createTestFolder();
  const journal = await journalIn(folder);
  await journal[Symbol.asyncDispose]();
  const results = await Promise.allSettled([journal.settle(1, 'queued'), journal.start(2)]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

it('needs little memory for a million rows with different reasons', async () => {
  await using folder = await createTestFolder();
  await using journal = await journalIn(folder);
  const { states } = journal;
  for (let row = 1; row <= 150_000; row++) states.settle(row, 'failed', `reason ${row}`);
  expect(states.reason(1)).toBe('reason 1');
  expect(states.reason(150_000)).toContain('see the journal');
});
