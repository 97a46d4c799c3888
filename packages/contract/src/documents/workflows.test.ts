import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtempDisposable, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { defaultCredentials, startMock } from '@telecrm/mock';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

const stateful = await startMock({ strict: true });
afterAll(() => stateful.close());

const specFolder = dirname(createRequire(import.meta.url).resolve('@telecrm/spec/package.json'));
const folder = join(specFolder, 'workflows');
const workflows = readdirSync(folder).filter((file) => file.endsWith('.arazzo.yaml'));

/** The inputs of the workflows; each uses some of them. */
const inputs = {
  ...defaultCredentials,
  leadId: '603d2b2f9b1e8a001c8e4f5c',
  phone: '919999999999',
  newEmail: 'john.doe@example.com',
  memberEmail: 'jane.doe@example.com',
};

/** Redocly's report of a run, by the path of the file. */
interface Report {
  files: Record<string, { executedWorkflows: { status: string }[] }>;
}

/** Runs workflows sequentially, and returns the state of each file's workflow and the report of the steps. */
async function respect(files: string[], mock: { sync: string; async: string }) {
  await using reports = await mkdtempDisposable(join(tmpdir(), 'telecrm-workflows-'));
  const file = join(reports.path, 'report.json');
  const run = promisify(execFile)(
    'redocly',
    [
      ...['respect', ...files.map((file) => join(folder, file)), '--json-output', file],
      ...['--input', JSON.stringify(inputs)],
      ...['--server', `sync=${mock.sync}`, '--server', `async=${mock.async}`],
    ],
    {
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      maxBuffer: 16 * 1024 * 1024,
    },
  );
  // It exits with an error if one of the workflows fails.
  const { stdout } = await run.catch((error) => error);
  const report: Report = JSON.parse(await readFile(file, 'utf8'));
  const states = files.map((file) =>
    (report.files[join(folder, file)]?.executedWorkflows ?? []).map(({ status }) => status),
  );
  return { stdout, states };
}

describe('against the examples of the spec', () => {
  // Nothing is stored here, so all workflows share one run: most of its time is its start.
  let results: Awaited<ReturnType<typeof respect>>;
  beforeAll(async () => {
    results = await respect(workflows, inject('mock'));
  }, 60_000);

  it.each(workflows.map((file, index) => ({ file, index })))('$file succeeds', ({ index }) => {
    expect(results.states[index], results.stdout).toEqual(['success']);
  });
});

describe('against a stateful sandbox', () => {
  it.each(workflows)('%s succeeds', { timeout: 60_000 }, async (file) => {
    // Each starts with a fresh workspace, because some create leads that others search for.
    await fetch(`${stateful.url}/_sandbox/workspaces/ent_sandbox/reset`, { method: 'POST' });
    const { states, stdout } = await respect([file], stateful.baseUrls);
    expect(states, stdout).toEqual([['success']]);
  });
});
