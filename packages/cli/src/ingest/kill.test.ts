import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { createTestFolder } from '../testing/cli.ts';
import { createTestSandbox } from '../testing/sandbox.ts';

const bin = join(import.meta.dirname, '../../bin/telecrm.cjs');

function phoneOf(row: number): string {
  return String(919_000_000_000 + row);
}

it('settles each row once and appends no action twice after kill -9', async () => {
  await using folder = await createTestFolder();
  await using sandbox = await createTestSandbox();
  const { env, workspace } = await sandbox.create({});
  await folder.write('telecrm.workspace.json', {});
  const total = 120;
  const rows = Array.from({ length: total }, (_, index) => index + 1);
  // Every other row has an action.
  const lines = rows.map((row) => `${phoneOf(row)},${row % 2 === 0 ? `note ${row}` : ''}`);
  await folder.write('leads.csv', ['phone,ACTION_1001.note', ...lines].join('\n'));
  await workspace.faults.add({ delayMs: 30 });

  const args = [bin, 'ingest', 'leads.csv'];
  for (let kills = 0; kills < 3; kills++) {
    const before = (await workspace.summary()).requests;
    const child = spawn(process.execPath, args, {
      cwd: folder.path,
      env: { ...process.env, ...env },
    });
    while ((await workspace.summary()).requests < before + 12) await sleep(5);
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  await workspace.faults.clear();
  const last = await folder.telecrm(['ingest', 'leads.csv', '--json'], { env });
  const summary = JSON.parse(last.stdout);
  expect(summary).toMatchObject({ rows: total, failed: 0, open: 0 });
  expect(summary.queued + summary.unknown).toBe(total);

  // The journal settles each row exactly once.
  const journal = (await folder.read('leads.csv.journal')).trim().split('\n').slice(1);
  const settled = journal.map((line) => JSON.parse(line)).filter(({ outcome }) => outcome);
  expect(settled.map(({ row }) => row).toSorted((a, b) => a - b)).toEqual(rows);

  // telecrm has received every lead, and no action twice.
  await workspace.drain();
  const sent = new Map<string, number>();
  for (let skip = 0; ; skip += 100) {
    const { data } = await workspace.ingestions({ skip, limit: 100 });
    for (const { request } of data) {
      const { phone } = Object(request.fields);
      sent.set(phone, (sent.get(phone) ?? 0) + 1);
    }
    if (data.length < 100) break;
  }
  const unknown = settled.filter(({ outcome }) => outcome === 'unknown').map(({ row }) => row);
  for (const row of rows) {
    const times = sent.get(phoneOf(row)) ?? 0;
    if (row % 2 === 0) expect(times).toBeLessThanOrEqual(1);
    if (!unknown.includes(row)) expect(times).toBeGreaterThanOrEqual(1);
  }
  // Only rows with actions can be unknown, and each is in the file of failures.
  expect(unknown.filter((row) => row % 2 === 1)).toEqual([]);
  if (unknown.length > 0) {
    const failed = await folder.read('leads.failed.csv');
    for (const row of unknown) expect(failed).toContain(phoneOf(row));
  }
});

it('stops if the disk is full, and a second start sends the rest', async () => {
  await using folder = await createTestFolder();
  await using sandbox = await createTestSandbox();
  const { env, workspace } = await sandbox.create({});
  await folder.write('telecrm.workspace.json', {});
  const rows = Array.from({ length: 200 }, (_, index) => phoneOf(index + 1));
  await folder.write('leads.csv', ['phone', ...rows].join('\n'));

  // No file can exceed 8 blocks of 512 bytes, which the journal of 200 rows would.
  const limited = 'ulimit -f 8; exec "$0" "$@"';
  const child = spawn('sh', ['-c', limited, process.execPath, bin, 'ingest', 'leads.csv'], {
    cwd: folder.path,
    env: { ...process.env, ...env },
  });
  const [errors, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  expect(errors).toContain('the journal cannot be written (EFBIG)');
  expect(code).toBe(2);

  const last = await folder.telecrm(['ingest', 'leads.csv', '--json'], { env });
  expect(JSON.parse(last.stdout)).toMatchObject({ rows: 200, queued: 200, failed: 0, open: 0 });
  await workspace.drain();
  expect((await workspace.leads()).total_count).toBe(200);
});

it('names the process that is already sending the same file', async () => {
  await using folder = await createTestFolder();
  await using sandbox = await createTestSandbox();
  const { env, workspace } = await sandbox.create({});
  await folder.write('telecrm.workspace.json', {});
  await folder.write('leads.csv', `phone\n${phoneOf(1)}\n`);
  await workspace.faults.add({ delayMs: 60_000 });
  const child = spawn(process.execPath, [bin, 'ingest', 'leads.csv'], {
    cwd: folder.path,
    env: { ...process.env, ...env },
  });
  await vi.waitFor(() => folder.read('leads.csv.journal.lock'), { timeout: 30_000 });
  const second = await folder.telecrm(['ingest', 'leads.csv'], { env });
  expect(second).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(`process ${child.pid}`),
  });
  child.kill('SIGKILL');
  await once(child, 'exit');
});
