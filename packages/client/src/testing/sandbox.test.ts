import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { startSandbox } from './index.ts';

// The first start of a process reads and compiles the whole description of the APIs.
describe('a sandbox for tests', { timeout: 30_000 }, () => {
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

  it('takes fields of its own, options for the clients and a token for itself', async () => {
    await using sandbox = await startSandbox({
      workspace: { customActions: [{ code: 'ACTION_7', displayName: 'Trial', fieldSchema: {} }] },
      client: { retry: { maxAttempts: 1 } },
      sandbox: { controlToken: 'c0ntrol' },
    });
    const { customActions } = await sandbox.sync.listCustomActions();
    expect(customActions.map(({ code }) => code)).toContain('ACTION_7');
    await sandbox.fail({ status: 500, times: 1 });
    await expect(sandbox.sync.getEnterpriseMetadata()).rejects.toMatchObject({ status: 500 });
  });

  it('says what it does not understand', async () => {
    await using sandbox = await startSandbox();
    // @ts-expect-error no such fault
    await expect(sandbox.fail({ staus: 500 })).rejects.toThrow('The sandbox refused PUT faults');
  });

  it('works in node:test, too, and lets the process end', async () => {
    const file = new URL('../../test/node-test/sandbox.mjs', import.meta.url).pathname;
    const { stdout } = await promisify(execFile)(process.execPath, ['--test', file], {
      // The runner takes itself for a part of the one that Vitest is in otherwise.
      env: { PATH: process.env.PATH },
    });
    expect(stdout).toMatch(/pass 1/);
  });

  it('says what to install when it is not there', async () => {
    vi.doMock('@telecrm/mock', () => {
      throw new Error('no such package');
    });
    await expect(startSandbox()).rejects.toThrow('npm install --save-dev @telecrm/mock');
    vi.doUnmock('@telecrm/mock');
  });
});
