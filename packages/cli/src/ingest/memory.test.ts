import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { createTestFolder } from '../testing/cli.ts';

const run = promisify(execFile);
const bin = join(import.meta.dirname, '../../bin/telecrm.cjs');

/** Runs the built command and returns its peak memory in megabytes. */
async function peakMemory(cwd: string, ...args: string[]) {
  const report = 'process.on("exit",()=>console.error("peak="+process.resourceUsage().maxRSS))';
  const hook = `--import=data:text/javascript,${encodeURIComponent(report)}`;
  const { stdout, stderr } = await run(process.execPath, [hook, bin, ...args], { cwd }).catch(
    (error) => error,
  );
  return { stdout, stderr, megabytes: Number(/peak=(\d+)/.exec(stderr)?.[1]) / 1024 };
}

async function writeLines(path: string, head: string, count: number, line: (n: number) => string) {
  function* lines() {
    yield head;
    for (let n = 1; n <= count; n++) yield line(n);
  }
  await pipeline(Readable.from(lines()), createWriteStream(path));
}

it('needs less than 150 MB for any number of rows', async () => {
  await using folder = await createTestFolder();
  await folder.write('telecrm.workspace.json', {});
  await writeLines(join(folder.path, 'leads.csv'), 'Full Name,Mobile,Email\n', 150_000, (n) => {
    return `Lead ${n},${919_000_000_000 + n},lead${n}@example.com\n`;
  });
  const { stdout, megabytes } = await peakMemory(folder.path, 'ingest', 'leads.csv', '--dry-run');
  expect(stdout).toBe('150000 rows: 150000 can be sent\n');
  expect(megabytes).toBeLessThan(150);
});

it('does not exhaust the memory if a line never ends', async () => {
  await using folder = await createTestFolder();
  await folder.write('telecrm.workspace.json', {});
  const endless = 'x'.repeat(1_000_000);
  for (const [name, head] of [
    ['leads.csv', 'phone\n"'],
    ['leads.ndjson', '"'],
  ] as const) {
    await writeLines(join(folder.path, name), head, 200, () => endless);
    const { stderr, stdout, megabytes } = await peakMemory(
      folder.path,
      'ingest',
      name,
      '--dry-run',
    );
    expect(stdout + stderr).toMatch(/1000000 characters/);
    expect(megabytes).toBeLessThan(200);
  }
});
