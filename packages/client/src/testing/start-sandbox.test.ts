import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { startSandbox } from './index.ts';

describe('a sandbox for tests', () => {
  it('has a fresh workspace and clients that are ready', async () => {
    await using sandbox = await startSandbox();
    const { lead_id } = await sandbox.sync.createLead({
      body: { fields: { phone: '919876543210' } },
    });
    await sandbox.async.createOrUpdateLead({
      body: { fields: { phone: '919876543210', name: 'J' } },
    });
    await sandbox.drain();
    expect((await sandbox.sync.getLead({ leadId: lead_id })).fields.name).toBe('J');
    expect(await sandbox.ingestions()).toMatchObject([{ outcome: 'UPDATED', lead_id }]);
  });

  it('shares nothing with another one', async () => {
    await using one = await startSandbox();
    await using other = await startSandbox();
    await one.sync.createLead({ body: { fields: { phone: '919876543210' } } });
    expect((await other.sync.searchLeads({ body: {} })).total_count).toBe(0);
    expect(one.env.TELECRM_SYNC_TOKEN).not.toBe(other.env.TELECRM_SYNC_TOKEN);
  });

  it('can be reset, with the same clients', async () => {
    await using sandbox = await startSandbox();
    await sandbox.sync.createLead({ body: { fields: { phone: '919876543210' } } });
    await sandbox.reset();
    expect((await sandbox.sync.searchLeads({ body: {} })).total_count).toBe(0);
  });

  it('accepts a workspace, options for the clients and a control token', async () => {
    await using sandbox = await startSandbox({
      workspace: { customActions: [{ code: 'ACTION_7', displayName: 'Trial', fieldSchema: {} }] },
      client: { retry: { maxAttempts: 1 } },
      controlToken: 'c0ntrol',
    });
    const { customActions } = await sandbox.sync.listCustomActions();
    expect(customActions.map(({ code }) => code)).toContain('ACTION_7');
    await sandbox.fail({ status: 500, times: 1 });
    await expect(sandbox.sync.getEnterpriseMetadata()).rejects.toMatchObject({ status: 500 });
  });

  it('reports an unknown option', async () => {
    await using sandbox = await startSandbox();
    // @ts-expect-error no such fault
    await expect(sandbox.fail({ staus: 500 })).rejects.toThrow('staus');
  });

  it('reports an invalid workspace', async () => {
    // The compiler would reject it.
    const workspace = { customFields: [{ apiName: 'x', type: 'nonsense' as never }] };
    await expect(startSandbox({ workspace })).rejects.toThrow('customFields[0].type');
  });

  it('reports an ingestion only with its outcome', async () => {
    await using sandbox = await startSandbox({ asyncDelayMs: 50 });
    await sandbox.async.createOrUpdateLead({ body: { fields: { phone: '1', rating: 9 } } });
    expect(await sandbox.ingestions()).toMatchObject([{ state: 'PROCESSED', outcome: 'DROPPED' }]);
  });

  it('can run two hundred times in parallel, each with its own leads', async () => {
    const counts = await Promise.all(
      Array.from({ length: 200 }, async (_, n) => {
        await using sandbox = await startSandbox();
        const phone = `9198765${String(n).padStart(5, '0')}`;
        await sandbox.sync.createLead({ body: { fields: { phone } } });
        await sandbox.async.createOrUpdateLead({ body: { fields: { phone, name: `${n}` } } });
        const [ingestion] = await sandbox.ingestions();
        const { data } = await sandbox.sync.searchLeads({ body: {} });
        return { outcome: ingestion?.outcome, names: data.map(({ fields }) => fields.name) };
      }),
    );
    expect(counts).toEqual(
      Array.from({ length: 200 }, (_, n) => ({ outcome: 'UPDATED', names: [`${n}`] })),
    );
  });

  it('also works in node:test, and does not keep the process alive', async () => {
    const file = fileURLToPath(new URL('../../test/node-test/sandbox.mjs', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, ['--test', file], {
      // Otherwise, the runner assumes that it is a part of another test run.
      env: { PATH: process.env.PATH },
    });
    expect(stdout).toMatch(/pass 1/);
  });

  it('says what to install if the package is missing, and why it cannot be loaded', async () => {
    const cause = new Error('Map.groupBy is not a function');
    vi.doMock('@telecrm/sandbox', () => {
      throw cause;
    });
    const { message, cause: failure } = await startSandbox().catch((error) => error);
    expect(message).toContain('npm install --save-dev @telecrm/sandbox');
    expect(message).toContain(`(${failure.message})`);
    vi.doUnmock('@telecrm/sandbox');
  });
});
