import { describe, expect, it } from 'vitest';
import { fieldRules } from '../../src/check/index.ts';
import {
  type AsyncLeadRequest,
  createSyncClient,
  type SyncClient,
  type VerifiedLead,
  type VerifyManyOptions,
  verifyMany,
} from '../../src/index.ts';
import { abortAfter, useJumpingClock } from '../support/network.ts';
import { callsOf, createLead, optionsOf, useSandbox } from '../support/sandbox.ts';

useJumpingClock();
const sandbox = useSandbox();
const slow = useSandbox({ asyncDelayMs: 300 });
const byEmail = useSandbox({
  workspace: { customFields: [{ apiName: 'email', type: 'email', isLeadid: true }] },
});
const phoneOf = (n: number) => String(919_000_000_000 + n);
const once = { pollTimeoutMs: 0 };

async function verify(
  leads: Iterable<AsyncLeadRequest> | AsyncIterable<AsyncLeadRequest>,
  options: VerifyManyOptions = once,
  client: SyncClient = sandbox.sync,
): Promise<VerifiedLead[]> {
  return Array.fromAsync(verifyMany(client, leads, options));
}

it('reads a thousand leads back in ten searches', async () => {
  const leads = Array.from({ length: 1000 }, (_, n) => ({
    fields: { phone: phoneOf(n), name: `Lead ${n}` },
  }));
  for (const { fields } of leads) await sandbox.sync.createLead({ body: { fields } });
  let calls = 0;
  const { fetch, ...options } = optionsOf(sandbox, 'sync');
  const counted = createSyncClient({
    ...options,
    fetch: (request) => {
      calls++;
      return fetch(request);
    },
  });
  const verified = await verify(leads, once, counted);
  expect(verified.map(({ index, outcome }) => [index, outcome])).toEqual(
    leads.map((_, index) => [index, 'complete']),
  );
  // One more request reads the types of the fields. With a workspace file, it is not needed.
  expect(calls).toBe(11);
  calls = 0;
  await verify(leads, { ...once, fieldRules: fieldRules({}) }, counted);
  expect(calls).toBe(10);
});

it('reports for each lead what telecrm has stored', async () => {
  await sandbox.sync.createLead({
    body: { fields: { phone: phoneOf(1), name: 'Jane', rating: 4 } },
  });
  const verified = await verify([
    { fields: { phone: '+91 90000 00001', name: 'Jane' } },
    { fields: { phone: phoneOf(1), name: 'Sam', rating: 4 } },
    { fields: { phone: phoneOf(2) } },
    { fields: { phone: phoneOf(1), follow_up_date: '01/06/2026 10:30:00' } },
    { fields: { name: 'Nobody' } },
  ]);
  expect(verified).toMatchObject([
    { index: 0, outcome: 'complete', missing: [], found: { fields: { name: 'Jane' } } },
    {
      index: 1,
      outcome: 'incomplete',
      missing: [{ path: 'fields.name', sent: 'Sam', stored: 'Jane' }],
    },
    { index: 2, outcome: 'not-found', found: undefined, missing: [{ path: 'fields.phone' }] },
    { index: 3, outcome: 'incomplete', missing: [{ path: 'fields.follow_up_date' }] },
    { index: 4, outcome: 'not-found', missing: [{ path: 'fields.name' }] },
  ]);
  expect(await callsOf(sandbox, 'searchLeads')).toBe(1);
});

it('compares dates that were sent as text only with the workspace file', async () => {
  const lead = { fields: { phone: phoneOf(1), follow_up_date: '01/06/2026 10:30:00' } };
  await sandbox.sync.createLead({ body: lead });
  expect(await verify([lead])).toMatchObject([
    {
      outcome: 'unverified',
      reason:
        'Dates sent as text cannot be compared without the workspace file: fields.follow_up_date.',
    },
  ]);
  expect(await verify([lead], { ...once, fieldRules: fieldRules({}) })).toMatchObject([
    { outcome: 'complete' },
  ]);
});

it('waits for leads that are not stored yet, and searches only for those', async () => {
  const there = await createLead(slow, phoneOf(1));
  await slow.async.createOrUpdateLead({ body: { fields: { phone: phoneOf(2), name: 'Late' } } });
  const searches: string[] = [];
  const { fetch, ...options } = optionsOf(slow, 'sync');
  const sync = createSyncClient({
    ...options,
    async fetch(request) {
      if (request.url.includes('/search')) searches.push(await request.clone().text());
      return fetch(request);
    },
  });
  const leads = [
    { fields: { phone: phoneOf(1) } },
    { fields: { phone: phoneOf(2), name: 'Late' } },
  ];
  const verified = await verify(leads, { pollTimeoutMs: 10_000 }, sync);
  expect(verified.map(({ outcome }) => outcome)).toEqual(['complete', 'complete']);
  expect(verified[0]?.found?.id).toBe(there);
  const phones = searches.map((body) => JSON.parse(body).fields.phone);
  expect(phones).toEqual([[phoneOf(1), phoneOf(2)], [phoneOf(2)]]);
});

it('waits for the rest of a lead that is stored already', async () => {
  await slow.sync.createLead({ body: { fields: { phone: phoneOf(1), name: 'Jane' } } });
  const lead = { fields: { phone: phoneOf(1), name: 'Sam' } };
  await slow.async.createOrUpdateLead({ body: lead });
  expect(await verify([lead], { pollTimeoutMs: 10_000 }, slow.sync)).toMatchObject([
    { outcome: 'complete' },
  ]);
});

it('searches for nothing if no lead has an identifier', async () => {
  expect(await verify([{ fields: { name: 'Nobody' } }])).toMatchObject([{ outcome: 'not-found' }]);
  expect(await callsOf(sandbox, 'searchLeads')).toBe(0);
});

it('does not wait for later leads once the time is over', async () => {
  const leads = Array.from({ length: 300 }, (_, n) => ({ fields: { phone: phoneOf(n) } }));
  const start = Date.now();
  const verified = await verify(leads, { pollTimeoutMs: 600 });
  expect(verified.every(({ outcome }) => outcome === 'not-found')).toBe(true);
  expect(Date.now() - start).toBe(600);
});

it('accepts another identifier and any iterable', async () => {
  await byEmail.sync.createLead({ body: { fields: { email: 'jane@example.com', name: 'Jane' } } });
  async function* leads() {
    yield { fields: { email: 'Jane@Example.com', name: 'Jane' } };
  }
  const options = { ...once, identifier: 'email' };
  expect(await verify(leads(), options, byEmail.sync)).toMatchObject([{ outcome: 'complete' }]);
});

describe('a search', () => {
  it('that finds several leads for one identifier does not verify the lead', async () => {
    const data = [
      { id: 'a', fields: { phone: '919000000001' } },
      { id: 'b', fields: { phone: '449000000001' } },
    ];
    const rows = { data, total_count: 2, skip: 0, limit: 100 };
    await sandbox.fail({ operationId: 'searchLeads', status: 200, body: rows });
    expect(await verify([{ fields: { phone: '9000000001' } }])).toMatchObject([
      { outcome: 'unverified', reason: 'Several leads have this phone.' },
    ]);
    expect(await verify([{ fields: { phone: '449000000001' } }])).toMatchObject([
      { outcome: 'complete', found: { id: 'b' } },
    ]);
  });

  it.each([
    ['no list', {}],
    ['a list of something else', { customFields: [null] }],
  ])('rejects if the response with the field types has %s', async (_, body) => {
    await sandbox.fail({ operationId: 'listCustomFields', status: 200, body });
    const leads = [{ fields: { phone: phoneOf(1), name: 'Jane' } }];
    const client = createSyncClient(optionsOf(sandbox, 'sync'));
    await expect(verify(leads, once, client)).rejects.toMatchObject({
      ...{ code: 'UNEXPECTED_ANSWER', operationId: 'listCustomFields' },
    });
  });

  it('that fails rejects with its error', async () => {
    await sandbox.fail({ operationId: 'searchLeads', status: 403 });
    await expect(verify([{ fields: { phone: phoneOf(1) } }])).rejects.toMatchObject({
      operationId: 'searchLeads',
      status: 403,
    });
  });

  it('is aborted by the signal, also between two searches', async () => {
    const signal = abortAfter(200);
    const leads = [{ fields: { phone: phoneOf(1) } }];
    const start = Date.now();
    await expect(verify(leads, { signal })).rejects.toMatchObject({ code: 'ABORTED' });
    expect(Date.now() - start).toBe(200);
  });
});
