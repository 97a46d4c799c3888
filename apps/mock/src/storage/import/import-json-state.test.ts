import { linkSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callerOf } from '@telecrm/caller';
import { defaultCredentials } from '@telecrm/sandbox';
import { facts, openSandbox, openWorkspace, snapshotParts } from '@telecrm/sandbox/adapter';
import { afterAll, expect, it } from 'vitest';
import { startMock } from '../../start-mock.ts';

const folder = mkdtempSync(join(tmpdir(), 'telecrm-import-'));
afterAll(() => rmSync(folder, { recursive: true }));
const phone = '919999999999';

/** The state of a sandbox with a lead, a queued lead and a fault, in the form of a state file. */
async function jsonState(): Promise<string> {
  const { server, addDefaultWorkspace } = openSandbox({ asyncDelayMs: 600_000 });
  await addDefaultWorkspace();
  const workspace = openWorkspace(server, facts.enterpriseId, async () => {});
  await workspace.faults.add({ operationId: 'getLead', status: 503, times: 1 });
  const store = server.storage.workspaceStore(facts.enterpriseId);
  const fields = { phone, name: 'Jané' };
  const lead = { id: 'a'.repeat(24), identifier: phone, fields, createdOn: 5, modifiedOn: 6 };
  await store.transaction((transaction) => transaction.insertLead(lead));
  const context = server.clock.initial;
  const body = { fields: { phone, name: 'Joe' } };
  await server.queue.add(facts.enterpriseId, { body, size: 50, context });
  let text = '';
  for await (const part of snapshotParts(server)) text += part;
  server.queue.stop();
  return text;
}

/** The same in the first version of the format, with the tokens themselves. */
function asFirstVersion(text: string): string {
  const { syncToken, asyncToken } = defaultCredentials;
  const state = JSON.parse(text);
  for (const workspace of state.workspaces) {
    delete workspace.tokenHashes;
    workspace.tokens = { sync: syncToken, async: asyncToken };
  }
  return JSON.stringify({ ...state, version: 1 });
}

it.each<[string, (text: string) => string]>([
  ['the first version', asFirstVersion],
  ['the second version', (text) => text],
])(
  'imports a JSON file of %s once, reports that, and leaves a backup',
  async (version, convert) => {
    const state = join(folder, version);
    const json = convert(await jsonState());
    writeFileSync(state, json);
    const lines: string[] = [];
    const options = { strict: true, state, log: (line: string) => lines.push(line) };

    const first = await startMock(options);
    expect(lines).toEqual([
      expect.stringContaining(`imported 1 workspace from ${state}, which is`),
    ]);
    expect(readFileSync(`${state}.json-backup`, 'utf8')).toBe(json);
    const { sync, ingestions } = callerOf(first);
    const path = `/lead/${'a'.repeat(24)}`;
    expect((await sync('GET', path)).status).toBe(503);
    expect((await ingestions()).data).toMatchObject([{ outcome: 'UPDATED' }]);
    expect((await sync('GET', path)).body.fields).toEqual({ phone, name: 'Joe' });
    await first.close();

    const second = await startMock(options);
    expect(lines).toHaveLength(1);
    expect((await callerOf(second).sync('GET', path)).status).toBe(200);
    await second.close();
  },
);

it('completes an import that was killed after it had made the backup', async () => {
  const state = join(folder, 'interrupted');
  const json = await jsonState();
  writeFileSync(state, json);
  linkSync(state, `${state}.json-backup`);
  writeFileSync(`${state}.importing`, 'incomplete');
  const mock = await startMock({ state, log() {} });
  expect((await callerOf(mock).ingestions()).data).toHaveLength(1);
  await mock.close();
  expect(readFileSync(`${state}.json-backup`, 'utf8')).toBe(json);
});

it('overwrites no other backup', async () => {
  const state = join(folder, 'other');
  const json = await jsonState();
  writeFileSync(state, json);
  writeFileSync(`${state}.json-backup`, 'older');
  await expect(startMock({ state })).rejects.toThrow(
    /its backup .*other\.json-backup exists already/,
  );
  expect(readFileSync(`${state}.json-backup`, 'utf8')).toBe('older');
  expect(readFileSync(state, 'utf8')).toBe(json);
});
