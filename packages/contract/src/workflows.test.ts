import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { defaultCredentials, startMock } from '@telecrm/mock';
import { afterAll, describe, expect, inject, it } from 'vitest';

const stateful = await startMock({ strict: true });
afterAll(() => stateful.close());

const mocks = {
  'the examples of the spec': inject('mock'),
  'a stateful sandbox': stateful.baseUrls,
};
const specFolder = dirname(createRequire(import.meta.url).resolve('@telecrm/spec/package.json'));
const folder = join(specFolder, 'workflows');
const workflows = readdirSync(folder).filter((file) => file.endsWith('.arazzo.yaml'));

/** The inputs of the workflows; each takes what it needs. */
const inputs = {
  ...defaultCredentials,
  leadId: '603d2b2f9b1e8a001c8e4f5c',
  phone: '919999999999',
  newEmail: 'john.doe@example.com',
  memberEmail: 'jane.doe@example.com',
};

describe.each(Object.entries(mocks))('against %s', (_name, mock) => {
  it.each(workflows)('%s succeeds', { timeout: 60_000 }, async (file) => {
    // Each starts with a fresh workspace, because one creates what another one searches for.
    await fetch(`${stateful.url}/_sandbox/workspaces/ent_sandbox/reset`, { method: 'POST' });
    const run = promisify(execFile)(
      'redocly',
      [
        ...['respect', join(folder, file), '--input', JSON.stringify(inputs)],
        ...['--server', `sync=${mock.sync}`, '--server', `async=${mock.async}`],
      ],
      { env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' } },
    );
    // On failure, the report of the steps is on stdout.
    const report = await run.catch((error) => error);
    expect(report.code ?? 0, report.stdout).toBe(0);
  });
});
