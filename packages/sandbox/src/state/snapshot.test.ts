import { describe, expect, it, vi } from 'vitest';
import { type OpenSandbox, openSandbox } from '../open-sandbox.ts';
import type { SandboxOptions } from '../options.ts';
import { openWorkspace } from '../workspaces/open-workspace.ts';
import { openWorkspaces } from '../workspaces/sandbox-workspaces.ts';
import { InvalidSnapshotError, restoreSnapshot, snapshotParts } from './snapshot.ts';

const ready = async () => {};

/** A sandbox without a workspace, and its server context. */
function emptySandbox(options: SandboxOptions = {}) {
  const sandbox = openSandbox({ strict: true, ...options });
  return { sandbox, workspaces: openWorkspaces(sandbox.server, ready) };
}

async function textOf({ server }: OpenSandbox): Promise<string> {
  let text = '';
  for await (const part of snapshotParts(server)) text += part;
  return text;
}

async function call(
  { handle }: OpenSandbox,
  { pathname, token, body }: { pathname: string; token: string; body: object },
) {
  const headers: Record<string, string> = { authorization: `Bearer ${token}` };
  const response = await handle({
    method: 'POST',
    pathname,
    search: '',
    header: (name) => headers[name],
    readBody: async () => new TextEncoder().encode(JSON.stringify(body)),
  });
  if (response === 'cut') throw new Error('The connection was cut');
  return response;
}

describe('a snapshot', () => {
  it('restores leads, tokens, the queue and faults', async () => {
    const before = emptySandbox({ asyncDelayMs: 60_000 });
    const keys = await before.workspaces.create({ seats: 3 });
    const { enterpriseId, syncToken, asyncToken } = keys;
    const lead = { fields: { phone: '919999999999' } };
    const pathname = `/autoupdate/v2/enterprise/${enterpriseId}/lead`;
    expect((await call(before.sandbox, { pathname, token: syncToken, body: lead })).status).toBe(
      201,
    );
    await call(before.sandbox, {
      pathname: `/enterprise/${enterpriseId}/autoupdatelead`,
      token: asyncToken,
      body: { fields: { phone: '919999999999', name: 'Jane' } },
    });
    await keys.faults.replace([{ operationId: 'getLead', status: 500, times: 1 }]);

    const after = emptySandbox({ asyncDelayMs: 60_000 });
    await restoreSnapshot(after.sandbox.server, JSON.parse(await textOf(before.sandbox)));
    const restored = openWorkspace(after.sandbox.server, enterpriseId, ready);
    expect(await restored.faults.list()).toEqual([
      { operationId: 'getLead', status: 500, times: 1 },
    ]);
    expect(await restored.summary()).toMatchObject({ leads: 1, queued: 1, faults: 1 });
    await restored.drain();
    expect((await restored.leads()).data).toMatchObject([
      { fields: { phone: '919999999999', name: 'Jane' } },
    ]);
    expect((await restored.ingestions()).data).toMatchObject([{ outcome: 'UPDATED' }]);
    const again = await call(after.sandbox, { pathname, token: syncToken, body: lead });
    expect(again.status).toBe(409);
  });

  it('continues the IDs of a deterministic sandbox', async () => {
    const before = emptySandbox({ deterministic: true });
    const first = await before.workspaces.create();
    const after = emptySandbox({ deterministic: true });
    await restoreSnapshot(after.sandbox.server, JSON.parse(await textOf(before.sandbox)));
    const second = await after.workspaces.create();
    expect(second.enterpriseId).not.toBe(first.enterpriseId);
    expect(second.enterpriseId).toBe((await before.workspaces.create()).enterpriseId);
  });

  it('omits no workspace if another one is deleted meanwhile', async () => {
    const { sandbox, workspaces } = emptySandbox();
    const created = [];
    for (let count = 0; count < 120; count++) created.push(await workspaces.create());
    let text = '';
    for await (const part of snapshotParts(sandbox.server)) {
      if (text.includes('ent_')) await created.shift()?.delete();
      text += part;
    }
    const { workspaces: saved } = JSON.parse(text);
    expect(saved).toHaveLength(120);
  });

  it('omits a workspace that cannot be encoded, and saves the others', async () => {
    const log = vi.fn();
    const { sandbox, workspaces } = emptySandbox({ log });
    const broken = await workspaces.create();
    const kept = await workspaces.create();
    const store = sandbox.server.storage.workspaceStore(broken.enterpriseId);
    vi.spyOn(store, 'snapshot').mockRejectedValue(new Error('jane@secret.example'));
    const { workspaces: saved } = JSON.parse(await textOf(sandbox));
    const ids = saved.map(({ definition }: { definition: { enterpriseId: string } }) => {
      return definition.enterpriseId;
    });
    expect(ids).toEqual([kept.enterpriseId]);
    expect(log.mock.calls).toEqual([['cannot write a workspace to the state: Error']]);
  });
});

describe('an invalid snapshot', async () => {
  const sandbox = openSandbox();
  await sandbox.addDefaultWorkspace();
  const good = await textOf(sandbox);
  const [saved] = JSON.parse(good).workspaces;

  it.each([
    ['another JSON', '{"format":"something"}', 'not the state of a sandbox'],
    ['null', 'null', 'not the state of a sandbox'],
    ['of a later version', good.replace('"version":2', '"version":3'), 'another version'],
    [
      'without its workspaces',
      '{"format":"telecrm-sandbox","version":1,"calls":0}',
      'it is not complete',
    ],
    [
      'with a workspace that is nothing',
      good.replace('"workspaces":[', '"workspaces":[null,'),
      'workspaces[0] is not complete',
    ],
    [
      'with an ingestion that is nothing',
      good.replace('"ingestions":[', '"ingestions":[null'),
      'workspaces[0] is not complete',
    ],
    [
      'with a store that is not whole',
      good.replace('"identifier":', '"identifie":'),
      'workspaces[0].store: ',
    ],
    [
      'with a wrong definition',
      good.replace('"defaultCountry":"IN"', '"defaultCountry":"Q"'),
      'workspaces[0].definition is not complete',
    ],
    [
      'with a workspace twice',
      good.replace('"workspaces":[', `"workspaces":[${JSON.stringify(saved)},`),
      'workspaces[1] has the enterprise ID of another workspace',
    ],
  ])('%s is rejected with the path', async (_what, text, message) => {
    const restoring = restoreSnapshot(openSandbox().server, JSON.parse(text));
    await expect(restoring).rejects.toThrow(InvalidSnapshotError);
    await expect(restoring).rejects.toThrow(message);
  });
});
