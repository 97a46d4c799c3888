import { createMemoryStore } from '@telecrm/workspace';
import { describe, expect, it, vi } from 'vitest';
import { createSandbox, defaultCredentials } from './index.ts';
import { createMemoryStorage } from './storage/index.ts';

const headers = {
  authorization: `Bearer ${defaultCredentials.syncToken}`,
  'content-type': 'application/json',
};
const path = `/autoupdate/v2/enterprise/${defaultCredentials.enterpriseId}`;

describe('the fetch of a sandbox', () => {
  const { fetch } = createSandbox({ strict: true });

  it('accepts the arguments of the global fetch, with any origin', async () => {
    const url = `https://next.telecrm.in${path}/metadata`;
    for (const input of [url, new URL(url), new Request(url)]) {
      expect((await fetch(input, { headers })).status).toBe(200);
    }
  });

  it('responds to HEAD without a body', async () => {
    const response = await fetch(`http://any${path}/metadata`, { method: 'HEAD', headers });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it('rejects if the request is aborted', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(fetch(`http://any${path}/metadata`, { headers, signal })).rejects.toThrow(
      'enough',
    );
  });

  it('reads streams only up to the size limit', async () => {
    let pulled = 0;
    const body = new ReadableStream({
      pull(controller) {
        pulled++;
        controller.enqueue(new Uint8Array(100_000).fill(32));
      },
    });
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers,
      body,
      duplex: 'half',
    };
    expect((await fetch(`http://any${path}/lead`, init)).status).toBe(413);
    expect(pulled).toBeLessThan(20);
  });

  it('reads a body that arrives in parts', async () => {
    const parts = ['{"fields":{"phone":', '"919999999901"}}'].map((part) =>
      new TextEncoder().encode(part),
    );
    const body = new ReadableStream({
      start(controller) {
        for (const part of parts) controller.enqueue(part);
        controller.close();
      },
    });
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers,
      body,
      duplex: 'half',
    };
    expect((await fetch(`http://any${path}/lead`, init)).status).toBe(201);
  });

  it('rejects an incomplete body', async () => {
    const body = new ReadableStream({
      pull: (controller) => controller.error(new Error('The connection was lost')),
    });
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers,
      body,
      duplex: 'half',
    };
    const response = await fetch(`http://any${path}/lead`, init);
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining('did not arrive in full'),
    ]);
  });

  it('names the server that supports the Prefer header', async () => {
    const prefer = { ...headers, prefer: 'code=404' };
    const response = await fetch(`http://any${path}/metadata`, { headers: prefer });
    expect([response.status, await response.text()]).toEqual([
      501,
      expect.stringContaining('@telecrm/mock'),
    ]);
  });
});

describe('a sandbox', () => {
  it('has base URLs with a host name that never resolves', () => {
    const { baseUrls } = createSandbox();
    expect(baseUrls).toEqual({
      sync: 'https://sandbox.invalid/autoupdate/v2',
      async: 'https://sandbox.invalid',
    });
  });

  it('rejects an invalid definition with the path, the problem and the fix', () => {
    const create = () => createSandbox({ workspace: { defaultCountry: 'India' } });
    expect(create).toThrow(TypeError);
    expect(create).toThrow(/^workspace\.defaultCountry .+: .+/);
  });

  it('applies the parts of a workspace option, with its enterprise ID and no leads', async () => {
    const { workspace } = createSandbox({ workspace: { enterpriseId: 'ent_mine', seats: 3 } });
    expect(workspace).toMatchObject({ ...defaultCredentials, enterpriseId: 'ent_mine' });
    expect(await workspace.summary()).toMatchObject({ leads: 0 });
  });

  it('uses the time of its clock', async () => {
    const { fetch, workspace } = createSandbox({
      workspace: {},
      clock: () => 1_700_000_000_000,
    });
    const body = JSON.stringify({ fields: { phone: '919876543210' } });
    await fetch(`http://any${path}/lead`, { method: 'POST', headers, body });
    const [lead] = (await workspace.leads({ limit: 1 })).data;
    expect(lead?.fields).toMatchObject({ phone: '919876543210', created_on: 1_700_000_000_000 });
  });

  it('responds with a 500 if its store fails, and logs no value', async () => {
    const log = vi.fn();
    const { fetch } = createSandbox({
      workspace: {},
      log,
      storage: createMemoryStorage({
        createStore: () => ({
          ...createMemoryStore(),
          searchLeads: () => Promise.reject(new Error('jane@secret.example')),
        }),
      }),
    });
    const response = await fetch(`http://any${path}/lead/search`, {
      method: 'POST',
      headers,
      body: '{}',
    });
    const text = await response.text();
    expect([response.status, text]).toEqual([500, expect.stringContaining('error of the sandbox')]);
    expect(log).toHaveBeenCalledOnce();
    expect(text + log.mock.calls.flat().join()).not.toContain('secret');
  });

  it('restores its leads on reset, and has no workspace after deletion', async () => {
    const { fetch, workspace } = createSandbox();
    const before = (await workspace.summary()).leads;
    const body = JSON.stringify({ fields: { phone: '919876543211' } });
    await fetch(`http://any${path}/lead`, { method: 'POST', headers, body });
    expect((await workspace.summary()).leads).toBe(before + 1);
    await workspace.reset();
    expect((await workspace.summary()).leads).toBe(before);
    await workspace.delete();
    await expect(workspace.summary()).rejects.toThrow('was deleted');
    expect((await fetch(`http://any${path}/metadata`, { headers })).status).toBe(401);
  });

  it('rejects events and faults that are nested too deeply', async () => {
    const { workspace } = createSandbox();
    let deep: unknown = 1;
    for (let level = 0; level < 2000; level++) deep = [deep];
    const [lead] = (await workspace.leads({ limit: 1 })).data;
    const adding = workspace.addTimelineEvent(lead?.id ?? '', { type: 'OUTGOING_CALL', deep });
    await expect(adding).rejects.toThrow('levels deep');
    await expect(workspace.faults.add({ body: deep })).rejects.toThrow(
      /^faults are nested more than/,
    );
  });

  it('rejects every request after it is closed', async () => {
    const sandbox = createSandbox();
    await sandbox.close();
    expect((await sandbox.fetch(`http://any${path}/metadata`, { headers })).status).toBe(401);
    await expect(sandbox.workspace.drain()).rejects.toThrow('was deleted');
  });

  it('lists and finds workspaces, and lists timelines', async () => {
    const { workspaces, workspace } = createSandbox();
    const other = await workspaces.create();
    expect((await workspaces.list()).map(({ enterpriseId }) => enterpriseId)).toEqual([
      'ent_sandbox',
      other.enterpriseId,
    ]);
    expect((await workspaces.get(other.enterpriseId))?.enterpriseId).toBe(other.enterpriseId);
    expect(await workspaces.get('ent_nobody')).toBeUndefined();
    const [lead] = (await workspace.leads()).data;
    const id = lead?.id ?? '';
    const { action_id } = await workspace.addTimelineEvent(id, {
      type: 'OUTGOING_CALL',
      duration: 1,
    });
    expect((await workspace.timeline(id, { limit: 1 })).data).toMatchObject([{ id: action_id }]);
    await expect(workspace.timeline('nobody')).rejects.toThrow('was not found');
    await workspace.faults.add({ status: 500 }, { status: 503, operationId: 'getLead' });
    expect(await workspace.faults.list()).toHaveLength(2);
    await workspace.faults.clear();
    expect(await workspace.faults.list()).toEqual([]);
    const wrong = workspace.faults.replace([{ operationId: 'none', status: 500 }]);
    await expect(wrong).rejects.toThrow(/^faults\[0\]\.operationId is not an operation/);
  });
});
