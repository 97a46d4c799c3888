import { createSyncClient, findLead } from '@telecrm/client';
import { fieldRules } from '@telecrm/client/check';
import { createSandbox } from '@telecrm/sandbox';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createTestFolder } from '../../testing/cli.ts';
import { createTestSandbox, type TestSandbox } from '../../testing/sandbox.ts';
import { type ExpectedLead, verifyRows } from './verify-rows.ts';

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await createTestSandbox();
});
afterAll(() => sandbox[Symbol.asyncDispose]());

it('reads the rows in searches of a hundred, and waits for missing ones', async () => {
  await using own = createSandbox({ asyncDelayMs: 0 });
  await own.ready();
  const { workspace } = own;
  let requests = 0;
  let onResponse = async () => {};
  const sync = createSyncClient({
    enterpriseId: workspace.enterpriseId,
    token: workspace.syncToken,
    baseUrl: own.baseUrls.sync,
    async fetch(request) {
      requests++;
      const response = await own.fetch(request);
      await onResponse();
      return response;
    },
  });
  const leads: ExpectedLead[] = Array.from({ length: 300 }, (_, index) => ({
    ...{ row: index + 1, line: index + 2, identifier: String(919_000_000_000 + index) },
    fields: { phone: String(919_000_000_000 + index), name: `Lead ${index}` },
  }));
  const store = (lead: ExpectedLead | undefined) =>
    own.fetch(`${own.baseUrls.sync}/enterprise/${workspace.enterpriseId}/lead`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${workspace.syncToken}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ fields: lead?.fields }),
    });
  const [late, ...others] = leads;
  for (const lead of others) expect((await store(lead)).status).toBe(201);
  let checked = 0;
  const verify = (pollTimeoutMs: number) =>
    verifyRows(() => toStream(leads), {
      ...{ sync, identifier: 'phone', pollTimeoutMs, fieldRules: fieldRules({}) },
      signal: new AbortController().signal,
      onLead(count) {
        checked = count;
      },
    });
  expect(await verify(0)).toEqual({ found: 299, unverified: [{ row: 1, line: 2 }] });
  expect({ requests, checked }).toEqual({ requests: 3, checked: 300 });

  requests = 0;
  onResponse = async () => {
    // The first search has not found the lead.
    if (requests !== 1) return;
    expect((await store(late)).status).toBe(201);
    // The clock of the machine is set meanwhile.
    const { now } = Date;
    vi.spyOn(Date, 'now').mockImplementation(() => now() + 3_600_000);
  };
  expect(await verify(60_000)).toEqual({ found: 300, unverified: [] });
  vi.restoreAllMocks();
  // One more search for the lead that was missing.
  expect({ requests, checked }).toEqual({ requests: 4, checked: 300 });
});

async function* toStream(leads: readonly ExpectedLead[]) {
  yield* leads;
}

it('compares a value with the last row that sends it for a lead', async () => {
  await using folder = await createTestFolder();
  await folder.write('telecrm.workspace.json', {});
  // Rows of the same lead that are far apart, in different searches.
  const others = Array.from({ length: 150 }, (_, n) => `${919_000_000_000 + n},Other,3`);
  const rows = ['919999999991,Jane,4', ...others, '919999999991,Jane Roe,'];
  await folder.write('leads.csv', ['phone,name,rating', ...rows].join('\n'));
  const { env, workspace } = await sandbox.create({});
  const flags = ['--verify', '--verify-wait', '0.5'];
  const sent = await folder.telecrm(['ingest', 'leads.csv', ...flags], { env });
  expect(sent.stdout).toBe('152 rows: 152 queued\nRead back: 152 as sent, 0 not.\n');

  const sync = createSyncClient({
    enterpriseId: workspace.enterpriseId,
    token: workspace.syncToken,
    baseUrl: env.TELECRM_SYNC_URL,
  });
  const { id: leadId = '' } = (await findLead(sync, { phone: '919999999991' })) ?? {};
  await sync.updateLead({ leadId, body: { fields: { rating: 1, name: 'Jane' } } });
  const again = await folder.telecrm(['ingest', 'leads.csv', ...flags, '--json'], { env });
  expect(JSON.parse(again.stdout).verified).toEqual({
    found: 150,
    unverified: [
      { row: 1, line: 2, fields: ['rating'] },
      { row: 152, line: 153, fields: ['name'] },
    ],
  });
});

it('reports that all rows are stored, or which ones differ, with --verify', async () => {
  await using folder = await createTestFolder();
  await folder.write('telecrm.workspace.json', {});
  await folder.write('leads.csv', 'phone,name,rating\n919999999991,Jane,4\n919999999992,Sam,\n');
  const { env, workspace } = await sandbox.create({});
  const sent = await folder.telecrm(['ingest', 'leads.csv', '--verify'], { env });
  expect(sent).toMatchObject({
    code: 0,
    stdout: '2 rows: 2 queued\nRead back: 2 as sent, 0 not.\n',
  });

  const sync = createSyncClient({
    enterpriseId: workspace.enterpriseId,
    token: workspace.syncToken,
    baseUrl: env.TELECRM_SYNC_URL,
  });
  const { data } = await workspace.leads();
  const jane = data.find(({ fields }) => fields.name === 'Jane')?.id ?? '';
  await sync.updateLead({ leadId: jane, body: { fields: { rating: 1 } } });
  const again = await folder.telecrm(
    ['ingest', 'leads.csv', '--verify', '--verify-wait', '0.5', '--json'],
    { env },
  );
  expect(again.code).toBe(1);
  expect(JSON.parse(again.stdout)).toMatchObject({
    ...{ ok: false, queued: 2 },
    verified: { found: 1, unverified: [{ row: 1, line: 2, fields: ['rating'] }] },
  });

  const missing = await folder.telecrm(['ingest', 'leads.csv', '--verify'], {
    env: { ...env, TELECRM_SYNC_TOKEN: '' },
  });
  expect(missing).toMatchObject({ code: 2, stdout: '' });
});
