import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { startMock } from '@telecrm/mock';
import { writeLargeWorkspace } from '../client/workspace.ts';
import { median } from '../median.ts';

const run = promisify(execFile);
const { resolve } = createRequire(import.meta.url);
const bin = join(dirname(resolve('@telecrm/cli/package.json')), 'bin/telecrm.cjs');

/** A folder with a workspace file, and the command line in it. */
async function inFolder<T>(measure: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-bench-'));
  try {
    await writeFile(join(folder, 'telecrm.workspace.json'), '{}');
    return await measure(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeLeads(folder: string, count: number): Promise<void> {
  function* lines() {
    yield 'Full Name,Mobile,Email\n';
    for (let n = 1; n <= count; n++) {
      yield `Lead ${n},${919_000_000_000 + n},lead${n}@example.com\n`;
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(join(folder, 'leads.csv')));
}

/** The duration of a command, and its peak memory. */
async function runCommand(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const report = 'process.on("exit",()=>console.error("peak="+process.resourceUsage().maxRSS))';
  const hook = `--import=data:text/javascript,${encodeURIComponent(report)}`;
  const start = performance.now();
  const { stdout, stderr } = await run(process.execPath, [hook, bin, ...args], {
    cwd,
    env: { ...process.env, ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  const seconds = (performance.now() - start) / 1000;
  return { stdout, seconds, megabytes: Number(/peak=(\d+)/.exec(stderr)?.[1]) / 1024 };
}

/** The rate of checking rows, including the start of the command. */
export function measureCheck(count: number): Promise<{ rowsPerSecond: number }> {
  return inFolder(async (folder) => {
    await writeLeads(folder, count);
    const { seconds } = await runCommand(folder, ['check', 'leads.csv']);
    return { rowsPerSecond: count / seconds };
  });
}

export function measureDryRun(count: number): Promise<number> {
  return inFolder(async (folder) => {
    await writeLeads(folder, count);
    const { megabytes } = await runCommand(folder, ['ingest', 'leads.csv', '--dry-run']);
    return megabytes;
  });
}

export function measureSent(count: number): Promise<number> {
  return inFolder(async (folder) => {
    await writeLeads(folder, count);
    const mock = await startMock({ asyncDelayMs: 0, requestsPerHour: 1e9 });
    try {
      const { enterpriseId, asyncToken } = await mock.workspaces.create({});
      const { stdout, megabytes } = await runCommand(
        folder,
        ['ingest', 'leads.csv', '--rate', '999999999'],
        {
          TELECRM_ENTERPRISE_ID: enterpriseId,
          TELECRM_ASYNC_TOKEN: asyncToken,
          TELECRM_ASYNC_URL: mock.baseUrls.async,
        },
      );
      if (!stdout.includes(`${count} queued`)) throw new Error(stdout);
      return megabytes;
    } finally {
      await mock.close();
    }
  });
}

/** The median time of several runs. */
export function measureTypes(runs: number): Promise<number> {
  return inFolder(async (folder) => {
    await writeLargeWorkspace(folder);
    const times: number[] = [];
    for (let n = 0; n < runs; n++) {
      const { seconds } = await runCommand(folder, ['types', '--out', `telecrm.${n}.d.ts`]);
      times.push(seconds);
    }
    return median(times);
  });
}
