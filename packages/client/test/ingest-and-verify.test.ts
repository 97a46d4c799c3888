import { describe, expect, it } from 'vitest';
import { customAction, ingestAndVerify } from '../src/index.ts';
import { callsOf, useSandbox } from './sandbox.ts';

const sandbox = useSandbox({ asyncDelayMs: 20 });
const phone = '919876543210';
const visit = customAction(1001, { note: 'Site visit completed' });
const paid = { type: 'PAYMENT', status: 'COMPLETED', currency: 'INR', amount: '499' } as const;

describe('a lead that lands', () => {
  it('is reported complete, with its ID', async () => {
    const lead = { fields: { phone, name: 'Jane Doe', rating: 4 }, actions: [visit, paid] };
    const found = await ingestAndVerify(sandbox.async, sandbox.sync, lead, {
      totalTimeoutMs: 5000,
    });
    expect(found).toMatchObject({
      complete: true,
      missing: [],
      actionsSeen: true,
      acknowledgement: { status: 'QUEUED' },
      problem: undefined,
    });
    const { fields } = await sandbox.sync.getLead({ leadId: found.leadId ?? '' });
    expect(fields.name).toBe('Jane Doe');
  });

  it('is recognised in the form in which it is stored', async () => {
    const fields = {
      phone: '+91 98765 43210',
      name: ' Jane Doe ',
      email: 'Jane.Doe@Example.com',
      status: 'Fresh',
      interests: ['Returning', 'VIP'],
      follow_up_date: '01/06/2026 10:30:00',
      deal_size: 1000,
    };
    const found = await ingestAndVerify(
      sandbox.async,
      sandbox.sync,
      { fields },
      { totalTimeoutMs: 5000 },
    );
    expect(found.missing).toEqual([]);
  });

  it('is looked for by another identifier', async () => {
    const { startSandbox } = await import('../src/testing/index.ts');
    const customFields = [{ apiName: 'email', type: 'email' as const, isLeadid: true }];
    await using other = await startSandbox({ workspace: { customFields } });
    const lead = { fields: { email: 'jane.doe@example.com', name: 'Jane' } };
    const found = await ingestAndVerify(other.async, other.sync, lead, { identifier: 'email' });
    expect(found.complete).toBe(true);
  });

  it('needs its actions anew, not those that were there before', async () => {
    const lead = { fields: { phone }, actions: [visit] };
    const first = await ingestAndVerify(sandbox.async, sandbox.sync, lead, {
      totalTimeoutMs: 5000,
    });
    expect(first.complete).toBe(true);
    const repeat = ingestAndVerify(sandbox.async, sandbox.sync, lead, { totalTimeoutMs: 5000 });
    expect((await repeat).complete).toBe(true);
    const { total_count } = await sandbox.sync.searchActions({
      leadId: first.leadId ?? '',
      body: { type: '1001' },
    });
    expect(total_count).toBe(2);
  });
});

describe('what does not land', () => {
  it('is reported, field by field and action by action', async () => {
    const lead = {
      fields: { phone, name: 'Jane Doe', rating: 9, no_such_field: 'x' },
      actions: [visit, customAction(4711), { ...paid, amount: '0' } as const],
    };
    const found = await ingestAndVerify(sandbox.async, sandbox.sync, lead, {
      totalTimeoutMs: 1200,
    });
    expect(found.complete).toBe(false);
    expect(found.missing.map(({ path, sent }) => [path, sent])).toEqual([
      ['fields.rating', 9],
      ['fields.no_such_field', 'x'],
      ['actions[1]', lead.actions[1]],
      ['actions[2]', lead.actions[2]],
    ]);
  });

  it('is everything when the lead is dropped', async () => {
    const found = await ingestAndVerify(
      sandbox.async,
      sandbox.sync,
      { fields: { phone: '12', name: 'x' } },
      {
        ...sandbox,
        totalTimeoutMs: 600,
      },
    );
    expect(found).toMatchObject({ complete: false, lead: undefined, leadId: undefined });
    expect(found.missing.map(({ path }) => path)).toEqual(['fields.phone', 'fields.name']);
  });

  it('is the new value when the lead keeps its old one', async () => {
    await sandbox.sync.createLead({ body: { fields: { phone, status: 'Fresh' } } });
    const lead = { fields: { phone, status: 'No such status' } };
    const { missing } = await ingestAndVerify(sandbox.async, sandbox.sync, lead, {
      totalTimeoutMs: 600,
    });
    expect(missing).toEqual([{ path: 'fields.status', sent: 'No such status', stored: 'Fresh' }]);
  });
});

describe('a lead that cannot be verified', () => {
  it('because it has no identifier is not even queued', async () => {
    const lead = { fields: { name: 'Jane Doe' } };
    await expect(ingestAndVerify(sandbox.async, sandbox.sync, lead)).rejects.toMatchObject({
      code: 'NOT_SENT',
    });
    expect(await callsOf(sandbox, 'createOrUpdateLead')).toBe(0);
  });

  it('because the Sync token is wrong is not even queued', async () => {
    await sandbox.fail({ operationId: 'searchLeads', status: 401 });
    const call = ingestAndVerify(sandbox.async, sandbox.sync, { fields: { phone } });
    await expect(call).rejects.toMatchObject({ status: 401, operationId: 'searchLeads' });
    expect(await callsOf(sandbox, 'createOrUpdateLead')).toBe(0);
  });

  it('because looking fails once it is queued is reported, not rejected', async () => {
    const look = ingestAndVerify(
      sandbox.async,
      sandbox.sync,
      { fields: { phone } },
      { totalTimeoutMs: 800 },
    );
    await expect.poll(() => callsOf(sandbox, 'createOrUpdateLead')).toBe(1);
    await sandbox.fail({ operationId: 'searchLeads', status: 403 });
    const found = await look;
    // It may have been seen before the fault set in.
    if (!found.complete) expect(found.problem).toMatchObject({ status: 403 });
    expect(found.acknowledgement.status).toBe('QUEUED');
  });

  it('because the workspace tells no IDs says that its actions were not seen', async () => {
    const rows = { data: [{ fields: { phone } }], total_count: 1, skip: 0, limit: 10 };
    await sandbox.fail({ operationId: 'searchLeads', status: 200, body: rows });
    const lead = { fields: { phone }, actions: [visit] };
    const found = await ingestAndVerify(sandbox.async, sandbox.sync, lead, { totalTimeoutMs: 400 });
    expect(found).toMatchObject({ complete: false, actionsSeen: false });
    expect(found.missing.map(({ path }) => path)).toEqual(['actions[0]']);
  });

  it('because the caller aborts reports what it has seen', async () => {
    const signal = AbortSignal.timeout(300);
    const lead = { fields: { phone, rating: 9 } };
    const start = Date.now();
    const found = await ingestAndVerify(sandbox.async, sandbox.sync, lead, { signal });
    expect(found.complete).toBe(false);
    expect(Date.now() - start).toBeLessThan(5000);
  });
});
