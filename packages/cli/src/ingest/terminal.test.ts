import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestFolder } from '../testing/cli.ts';
import { keys, startInTerminal } from '../testing/pty.ts';
import { createTestSandbox, type TestSandbox } from '../testing/sandbox.ts';

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await createTestSandbox();
});
afterAll(() => sandbox[Symbol.asyncDispose]());

const phones = Array.from({ length: 60 }, (_, row) => String(919_000_000_000 + row));

it('asks for columns that it cannot map, shows a preview, and sends the rows', async () => {
  await using folder = await createTestFolder();
  await folder.write('telecrm.workspace.json', {});
  await folder.write('leads.csv', 'Who,Phone\nJane,919999999991\nSam,12\n');
  const { env } = await sandbox.create({});
  const session = startInTerminal(folder.path, ['ingest', 'leads.csv'], env);
  await session.waitFor('Which field does the column “Who” contain?');
  await session.waitFor('none: leave it out');
  // The fields of the lead are in alphabetical order, followed by those of actions.
  session.type(`${keys.down.repeat(7)}${keys.enter}`);
  await session.waitFor('The mapping is saved in leads.csv.mapping.json.');
  await session.waitFor('leads.csv:3 fields.phone');
  await session.waitFor('2 rows: 1 can be sent, 1 cannot');
  await session.waitFor('Send 1 row to');
  session.type(keys.enter);
  await session.waitFor('2 rows: 1 queued, 1 not sent');
  expect(await session.exitCode).toBe(1);
  const { columns } = JSON.parse(await folder.read('leads.csv.mapping.json'));
  expect(columns).toEqual({ Who: 'name', Phone: 'phone' });
});

it('sends nothing if the answer is no', async () => {
  await using folder = await createTestFolder();
  await folder.write('telecrm.workspace.json', {});
  await folder.write('leads.csv', 'phone\n919999999991\n');
  const { env, workspace } = await sandbox.create({});
  const session = startInTerminal(folder.path, ['ingest', 'leads.csv'], env);
  await session.waitFor('Send 1 row to');
  session.type('n');
  expect(await session.exitCode).toBe(130);
  expect(await workspace.summary()).toMatchObject({ ingestions: 0 });
});

it('shows progress; completes rows in flight on Ctrl-C; and the next start continues', async () => {
  await using folder = await createTestFolder();
  await folder.write('telecrm.workspace.json', {});
  await folder.write('leads.csv', ['phone', ...phones].join('\n'));
  const { env, workspace } = await sandbox.create({});
  await workspace.faults.add({ delayMs: 60 });
  const args = ['ingest', 'leads.csv', '--yes', '--concurrency', '2'];
  const session = startInTerminal(folder.path, args, env);
  await session.waitFor('of 60 rows');
  await session.waitFor('s left');
  await session.waitFor('s left');
  session.type(keys.ctrlC);
  expect(await session.exitCode).toBe(130);
  expect(session.output()).toMatch(/60 rows: \d+ queued, \d+ still to send/);
  expect(session.output()).toContain('Run the same command again to resume.');

  await workspace.faults.clear();
  const again = startInTerminal(folder.path, args, env);
  await again.waitFor('Resuming from leads.csv.journal.');
  await again.waitFor('60 rows: 60 queued');
  expect(await again.exitCode).toBe(0);
  // Nothing was sent twice.
  expect(await workspace.summary()).toMatchObject({ ingestions: 60 });
});
