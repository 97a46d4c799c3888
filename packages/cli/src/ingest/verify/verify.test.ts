import { createSyncClient } from '@telecrm/client';
import { createSandbox } from '@telecrm/sandbox';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestFolder } from '../../testing/cli.ts';
import { createTestSandbox, type TestSandbox } from '../../testing/sandbox.ts';
import { isSameValue } from './same-value.ts';
import { type ExpectedLead, verifyRows } from './verify-rows.ts';
import { waitsUpTo } from './waits.ts';

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await createTestSandbox();
});
afterAll(() => sandbox[Symbol.asyncDispose]());

it.each([
  ['Website', 'website', true],
  ['Website', 'Referral', false],
  [5, 5, true],
  [5, '5', true],
  ['x', undefined, false],
  [['VIP'], ['New', 'vip'], true],
  [['VIP'], ['New'], false],
  [['VIP'], 'VIP', false],
])('%j and %j', (sent, stored, same) => {
  expect(isSameValue(sent, stored)).toBe(same);
});

it.each([
  [500, [500]],
  [3500, [500, 1000, 2000]],
  [4000, [500, 1000, 2000, 500]],
])('waits %s ms as %j', (total, waits) => {
  expect(waitsUpTo(total)).toEqual(waits);
});

it('reads a thousand leads back in ten searches, and waits for those that are not there yet', async () => {
  await using own = createSandbox({ asyncDelayMs: 0 });
  await own.ready();
  const { workspace } = own;
  let requests = 0;
  const sync = createSyncClient({
    enterpriseId: workspace.enterpriseId,
    token: workspace.syncToken,
    baseUrl: own.baseUrls.sync,
    fetch: (request) => {
      requests++;
      return own.fetch(request);
    },
  });
  const leads: ExpectedLead[] = Array.from({ length: 1000 }, (_, index) => ({
    ...{ row: index + 1, line: index + 2, identifier: String(919_000_000_000 + index) },
    fields: { phone: String(919_000_000_000 + index), name: `Lead ${index}` },
  }));
  const late = leads[7];
  for (const { fields } of leads.filter((lead) => lead !== late)) {
    await sync.createLead({
      body: { fields: { phone: String(fields.phone), name: String(fields.name) } },
    });
  }
  requests = 0;
  const searches: number[] = [];
  const verified = await verifyRows(toStream(leads), {
    ...{ sync, identifier: 'phone', waitsMs: [10], signal: new AbortController().signal },
    onSearch: (checked) => searches.push(checked),
  });
  expect(verified).toEqual({ found: 999, unverified: [{ row: 8, line: 9 }] });
  expect(searches).toHaveLength(10);
  // One more for the lead that was not there.
  expect(requests).toBe(11);
});

async function* toStream(leads: readonly ExpectedLead[]) {
  yield* leads;
}

it('--verify says that all is there, or which rows are not as they were sent', async () => {
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
