import { describe, expect, it } from 'vitest';
import { fieldRules } from '../../src/check/index.ts';
import {
  type AsyncLeadRequest,
  createAsyncClient,
  createSyncClient,
  customAction,
  ingestAndVerify,
  toEpochMs,
  type Verification,
  type VerifyOptions,
} from '../../src/index.ts';
import { abortAfter, useJumpingClock } from '../support/network.ts';
import { callsOf, optionsOf, useSandbox } from '../support/sandbox.ts';

useJumpingClock();
const sandbox = useSandbox({ asyncDelayMs: 20 });
const others = useSandbox({
  workspace: { customFields: [{ apiName: 'email', type: 'email', isLeadid: true }] },
});
const slow = useSandbox({ asyncDelayMs: 60_000 });
const phone = '919876543210';
const visit = customAction(1001, { note: 'Site visit completed' });
const paid = { type: 'PAYMENT', status: 'COMPLETED', currency: 'INR', amount: '499' } as const;

describe('a lead that is stored', () => {
  it('is reported complete, with its ID', async () => {
    const lead = { fields: { phone, name: 'Jane Doe', rating: 4 }, actions: [visit, paid] };
    const found = await ingestAndVerify(sandbox.async, sandbox.sync, lead, {
      totalTimeoutMs: 5000,
    });
    expect(found).toMatchObject({
      complete: true,
      outcome: 'complete',
      reason: undefined,
      missing: [],
      acknowledgement: { status: 'QUEUED' },
      problem: undefined,
    });
    const { fields } = await sandbox.sync.getLead({ leadId: found.leadId ?? '' });
    expect(fields.name).toBe('Jane Doe');
  });

  it('is recognized in the form in which it is stored', async () => {
    const fields = {
      phone: '+91 98765 43210',
      name: ' Jane Doe ',
      email: 'Jane.Doe@Example.com',
      status: 'Fresh',
      interests: ['Returning', 'VIP'],
      follow_up_date: toEpochMs('2026-06-01T10:30:00+05:30'),
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

  it('is searched for by another identifier', async () => {
    const lead = { fields: { email: 'jane.doe@example.com', name: 'Jane' } };
    const found = await ingestAndVerify(others.async, others.sync, lead, { identifier: 'email' });
    expect(found.complete).toBe(true);
  });

  it('requires new actions, not those that existed before', async () => {
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

describe('what is not stored', () => {
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
      { totalTimeoutMs: 600 },
    );
    expect(found).toMatchObject({ complete: false, lead: undefined, leadId: undefined });
    expect(found.missing.map(({ path }) => path)).toEqual(['fields.phone', 'fields.name']);
  });

  it('is the new value if the lead keeps its old one', async () => {
    await sandbox.sync.createLead({ body: { fields: { phone, status: 'Fresh' } } });
    const lead = { fields: { phone, status: 'No such status' } };
    const { missing } = await ingestAndVerify(sandbox.async, sandbox.sync, lead, {
      totalTimeoutMs: 600,
    });
    expect(missing).toEqual([{ path: 'fields.status', sent: 'No such status', stored: 'Fresh' }]);
  });
});

describe('a lead that cannot be verified', () => {
  it.each([
    ['no', {}],
    ['an empty', { phone: '' }],
    ['a blank', { phone: ' ' }],
  ])('because it has %s identifier, is not queued', async (_, fields) => {
    const lead = { fields: { name: 'Jane Doe', ...fields } };
    await expect(ingestAndVerify(sandbox.async, sandbox.sync, lead)).rejects.toMatchObject({
      code: 'NOT_SENT',
      origin: 'client',
      operationId: 'createOrUpdateLead',
      message: 'The lead has no phone, so telecrm would silently drop it',
    });
    expect(await callsOf(sandbox, 'createOrUpdateLead')).toBe(0);
  });

  it('because the Async API rejects it, is an error', async () => {
    await sandbox.fail({ operationId: 'createOrUpdateLead', status: 401 });
    await expect(verify({ fields: { phone } })).rejects.toMatchObject({ status: 401 });
  });

  it('because the Sync API responds with errors, is queued and unverified', async () => {
    await sandbox.fail(
      { operationId: 'searchLeads', status: 401 },
      { operationId: 'listCustomFields', status: 401 },
    );
    const found = await verify({ fields: { phone } }, { totalTimeoutMs: 400 });
    expect(found).toMatchObject({
      outcome: 'unverified',
      complete: false,
      reason: 'The previous state of the lead could not be read from the Sync API.',
      acknowledgement: { status: 'QUEUED' },
      problem: { status: 401 },
    });
    expect(await callsOf(sandbox, 'createOrUpdateLead')).toBe(1);
  });

  it('because searches fail after it was queued, is unverified', async () => {
    const options = optionsOf(sandbox, 'async');
    const async = createAsyncClient({
      ...options,
      async fetch(request) {
        const response = await options.fetch(request);
        await sandbox.fail({ operationId: 'searchLeads', status: 403 });
        return response;
      },
    });
    const lead = { fields: { phone } };
    expect(await ingestAndVerify(async, sandbox.sync, lead)).toMatchObject({
      outcome: 'unverified',
      acknowledgement: { status: 'QUEUED' },
      problem: { status: 403 },
    });
  });

  it('with actions is unverified if the workspace returns no IDs', async () => {
    const now = Date.now();
    const row = { fields: { phone, modified_on: now } };
    const rows = { data: [row], total_count: 1, skip: 0, limit: 10 };
    await sandbox.fail(
      { operationId: 'searchLeads', status: 200, body: { ...rows, data: [] }, times: 1 },
      {
        operationId: 'searchLeads',
        status: 200,
        body: rows,
      },
    );
    const lead = { fields: { phone }, actions: [visit] };
    expect(await verify(lead, { totalTimeoutMs: 600 })).toMatchObject({
      outcome: 'unverified',
      reason: expect.stringContaining('does not return the ID'),
      missing: [{ path: 'actions[0]' }],
    });
  });

  it('because it existed before and its times are not returned, is unverified', async () => {
    const body = { data: [{ fields: { phone } }], total_count: 1, skip: 0, limit: 10 };
    await sandbox.fail({ operationId: 'searchLeads', status: 200, body });
    expect(await verify({ fields: { phone } }, { totalTimeoutMs: 600 })).toMatchObject({
      outcome: 'unverified',
      reason: 'The lead existed before, and the response does not say when it was modified.',
    });
  });

  it('because its dates are text, is unverified', async () => {
    const fields = { phone, follow_up_date: '01/06/2026 10:30:00' };
    expect(await verify({ fields })).toMatchObject({
      outcome: 'unverified',
      missing: [],
      reason:
        'Dates sent as text cannot be compared without the workspace file: fields.follow_up_date.',
    });
  });

  it.each([
    ['complete', '01/06/2026 10:30:00', []],
    // telecrm drops it, and the lead keeps the date that it had.
    ['incomplete', '2026-06-01', [{ path: 'fields.follow_up_date' }]],
  ])(
    'but has dates as text, can be verified with the workspace file: %s',
    async (outcome, date, missing) => {
      const before = { phone, follow_up_date: '31/05/2026 10:30:00' };
      await sandbox.sync.createLead({ body: { fields: before } });
      await timesDiffer();
      const fields = { phone, name: 'Jane', follow_up_date: date };
      const found = await verify({ fields }, { fieldRules: fieldRules({}) });
      expect(found).toMatchObject({ outcome, missing });
    },
  );

  it('because the caller aborts, reports what was found until then', async () => {
    const signal = abortAfter(300);
    const start = Date.now();
    const found = await verify({ fields: { phone, rating: 9 } }, { signal });
    expect(found).toMatchObject({
      outcome: 'incomplete',
      missing: [{ path: 'fields.rating' }],
      problem: undefined,
    });
    expect(Date.now() - start).toBe(300);
  });
});

describe('an existing lead that already has the values', () => {
  it.each([
    ['the same', { name: 'Jane', rating: 4 }],
    ['another case', { name: 'JANE' }],
    ['fewer tags', { interests: ['VIP'] }],
    ['no tags', { interests: [] }],
    ['nothing but the identifier', {}],
  ])('is not complete before it was processed: %s', async (_, change) => {
    const fields = { phone, name: 'Jane', rating: 4, interests: ['VIP', 'Returning'] };
    await slow.sync.createLead({ body: { fields } });
    const lead = { fields: { phone, ...change } };
    const found = await ingestAndVerify(slow.async, slow.sync, lead, { totalTimeoutMs: 300 });
    expect(found).toMatchObject({
      outcome: 'unverified',
      reason: 'The lead has not been modified since: it is still queued, or was dropped.',
    });
  });

  it('is complete once it was processed', async () => {
    await sandbox.sync.createLead({ body: { fields: { phone, name: 'Jane' } } });
    await timesDiffer();
    expect(await verify({ fields: { phone, name: 'Jane' } })).toMatchObject({
      outcome: 'complete',
    });
  });

  it('can be cleared', async () => {
    await sandbox.sync.createLead({ body: { fields: { phone, email: 'a@b.co' } } });
    await timesDiffer();
    const found = await verify({ fields: { phone, interests: [] } });
    expect(found.missing).toEqual([]);
  });

  it('is complete only for the calls whose actions arrived, when several send the same', async () => {
    let sent = 0;
    const options = optionsOf(sandbox, 'async');
    const async = createAsyncClient({
      ...options,
      // Every second one is lost although it was confirmed.
      fetch: async (request) =>
        sent++ % 2 === 0 ? options.fetch(request) : Response.json({ status: 'QUEUED' }),
    });
    const lead = { fields: { phone, name: 'Jane' }, actions: [visit] };
    const found = await Promise.all(
      // Each has time left after the previous one, which may wait for its action until the time limit.
      Array.from({ length: 6 }, (_, n) =>
        ingestAndVerify(async, sandbox.sync, lead, { totalTimeoutMs: 4000 * (n + 1) }),
      ),
    );
    expect(found.map(({ outcome }) => outcome)).toEqual([
      ...['complete', 'unverified', 'complete', 'unverified', 'complete', 'unverified'],
    ]);
    const { total_count } = await sandbox.sync.searchActions({
      leadId: found[0]?.leadId ?? '',
      body: { type: '1001' },
    });
    expect(total_count).toBe(3);
  });
});

describe('a call that waits for another one of the same lead', () => {
  const lead = { fields: { phone } };

  it('rejects when its time is over, and nothing was sent', async () => {
    const first = ingestAndVerify(slow.async, slow.sync, lead, { totalTimeoutMs: 2000 });
    const start = Date.now();
    const second = ingestAndVerify(slow.async, slow.sync, lead, { totalTimeoutMs: 500 });
    await expect(second).rejects.toMatchObject({
      code: 'TIMEOUT',
      mayHaveHappened: false,
      message: 'createOrUpdateLead failed: it took longer than 500 ms in all',
    });
    expect(Date.now() - start).toBe(500);
    expect(await first).toMatchObject({ outcome: 'unverified' });
    expect(await callsOf(slow, 'createOrUpdateLead')).toBe(1);
  });

  it('rejects when it is aborted, and does not delay the next one', async () => {
    const first = verify(lead);
    const second = verify(lead, { signal: abortAfter(1) });
    const third = verify(lead);
    await expect(second).rejects.toMatchObject({
      code: 'ABORTED',
      message: 'createOrUpdateLead failed: it was aborted',
      mayHaveHappened: false,
      cause: { message: 'enough' },
    });
    expect(await Promise.all([first, third])).toMatchObject([
      { outcome: 'complete' },
      { outcome: 'complete' },
    ]);
    expect(await callsOf(sandbox, 'createOrUpdateLead')).toBe(2);
  });
});

describe('a lost response of the Async API', () => {
  it('is resolved by searching for the lead', async () => {
    await sandbox.fail({ operationId: 'createOrUpdateLead', drop: 'after', times: 1 });
    const found = await verify({ fields: { phone, name: 'Jane' }, actions: [visit] });
    expect(found).toMatchObject({
      outcome: 'complete',
      acknowledgement: undefined,
      problem: { code: 'NETWORK', mayHaveHappened: true },
    });
  });
});

it('is unverified if the response with the field types has no list', async () => {
  await sandbox.fail({ operationId: 'listCustomFields', status: 200, body: {} });
  const sync = createSyncClient(optionsOf(sandbox, 'sync'));
  const lead = { fields: { phone, name: 'Jane' } };
  const found = await ingestAndVerify(sandbox.async, sync, lead, { totalTimeoutMs: 2000 });
  expect(found.outcome).toBe('unverified');
});

describe('the time limit', () => {
  it('is respected even if neither API responds', async () => {
    await sandbox.fail({ delayMs: 5000 });
    const start = Date.now();
    const found = await verify({ fields: { phone } }, { totalTimeoutMs: 500 });
    expect(found.outcome).toBe('unverified');
    expect(found.problem).toMatchObject({
      code: 'TIMEOUT',
      mayHaveHappened: true,
      message: 'createOrUpdateLead failed: it took longer than 500 ms in all',
    });
    expect(Date.now() - start).toBe(500);
  });

  it('is not used up for a field that was dropped', async () => {
    const start = Date.now();
    const found = await verify({ fields: { phone, rating: 9 } });
    expect(found).toMatchObject({ outcome: 'incomplete', missing: [{ path: 'fields.rating' }] });
    expect(Date.now() - start).toBeLessThan(5000);
    expect(await callsOf(sandbox, 'searchLeads')).toBeLessThan(15);
  });
});

/** Waits, so that two writes have different times. */
function timesDiffer(): Promise<void> {
  return new Promise((done) => setTimeout(done, 5));
}

/** Waits long by default: the jumping clock may outrun what the runtime does in another thread. */
function verify(
  lead: AsyncLeadRequest,
  options: VerifyOptions = { totalTimeoutMs: 600_000 },
): Promise<Verification> {
  return ingestAndVerify(sandbox.async, sandbox.sync, lead, options);
}
