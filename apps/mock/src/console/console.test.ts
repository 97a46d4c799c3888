import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { callerOf, send } from '@telecrm/caller';
import { describe, expect, it } from 'vitest';
import { startMock } from '../start-mock.ts';
import { sandboxForThisFile } from '../testing/mock.ts';
import { browserForThisFile } from '../testing/open-console.ts';

const mock = await sandboxForThisFile({ asyncDelayMs: 0 });
const { open } = await browserForThisFile();
const run = promisify(execFile);

const jane = { name: 'Jane Doe', phone: '919999999999' };

/** A workspace with some requests. */
async function usedWorkspace() {
  const workspace = await mock.workspaces.create();
  const caller = callerOf(mock, workspace);
  await caller.queue({
    fields: { ...jane, City: 'Pune' },
    actions: [{ type: '1001' }, { type: 'ACTION_1001', fields: { note: 'Hi' } }],
  });
  await caller.queue({ fields: { name: 'Nobody' } });
  await caller.sync('POST', '/lead/search?limit=300', {});
  await caller.control('POST', '/drain');
  return { ...caller, workspace, enterpriseId: workspace.enterpriseId };
}

describe('the list of requests', () => {
  it('shows bodies and dropped parts with reasons, for both APIs', async () => {
    const { sync, enterpriseId } = await usedWorkspace();
    const lead = { fields: { phone: '919999999998', rating: 'five' } };
    const { body } = await sync('POST', '/lead', lead);
    await sync('POST', `/lead/${body.lead_id}`, { fields: { Street: 'MG Road' } });
    await sync('POST', '/lead', lead);
    const { page, show, close } = await open(mock);
    await show(enterpriseId, 'requests');
    const row = (text: string) => page.getByRole('listitem').filter({ hasText: text }).first();
    // The response to an update does not mention dropped parts.
    await row('updateLead').getByText('Street is not a field of this workspace').waitFor();
    await row('Rating must be').getByText('1 dropped').waitFor();
    await row('LEAD_ALREADY_EXISTS').getByText('409').waitFor();
    await page.getByText('query.limit is out of range').waitFor();
    await row('PARTIAL').getByText('The Async API drops a bare code').waitFor();
    await row('Rating must be').getByText('What was sent').click();
    await row('Rating must be').getByText('"rating": "five"').waitFor();
    expect(await page.getByText('CREATED', { exact: true }).count()).toBe(0);
    await close();
  });

  it('can be filtered for requests with a problem', async () => {
    const { sync, enterpriseId } = await usedWorkspace();
    await sync('GET', '/metadata');
    const { page, show, close } = await open(mock);
    await show(enterpriseId, 'requests');
    await page.getByText('getEnterpriseMetadata').waitFor();
    await page.getByLabel('Only with problems').check();
    await page.getByText('3 of 4 requests').waitFor();
    expect(await page.getByText('getEnterpriseMetadata').count()).toBe(0);
    await close();
  });
});

describe('the list of ingestions', () => {
  it('shows the outcome of each entry, and links to the lead', async () => {
    const { enterpriseId } = await usedWorkspace();
    const { page, show, close } = await open(mock);
    await show(enterpriseId, 'ingestions');
    const partial = page.getByRole('listitem').filter({ hasText: 'PARTIAL' }).first();
    await partial.getByText('1 of 2 actions stored').waitFor();
    await partial.getByText('Each entry').click();
    const entryRow = (entry: string) => partial.getByRole('row').filter({ hasText: entry });
    await entryRow('fields.name').getByText('Stored').waitFor();
    await entryRow('fields.City').getByText('Dropped').waitFor();
    await entryRow('actions[0]').getByText('send ACTION_1001').waitFor();
    await entryRow('actions[1]').getByText('Stored').waitFor();
    await page.getByText('so the whole lead was dropped').waitFor();
    await page.getByLabel('Only with dropped parts').check();
    await page.getByText('2 of 2 ingestions').waitFor();
    await partial.getByRole('link').click();
    await page.getByRole('searchbox').waitFor();
    await page.getByText('1 of 1 leads').waitFor();
    await page.getByText('note').waitFor();
    await close();
  });

  it('processes queued ingestions on request', async () => {
    const slow = await sandboxForThisFile({ asyncDelayMs: 60_000 });
    const { queue } = callerOf(slow);
    await queue({ fields: { ...jane, phone: '919999999997' } });
    const { page, show, close } = await open(slow);
    await show('ent_sandbox', 'ingestions');
    await page.getByText('QUEUED').waitFor();
    await page.getByRole('button', { name: 'Process the queue now' }).click();
    await page.getByText('CREATED').waitFor();
    await close();
  });
});

describe('the list of leads', () => {
  it('finds leads by any value, and shows their timeline', async () => {
    const { sync, control, enterpriseId } = await usedWorkspace();
    const { body } = await sync('POST', '/lead', {
      fields: { name: 'Ravi', phone: '919812345671' },
    });
    const event = { type: 'OUTGOING_CALL', duration: 42, performed_by: 'agent@company.com' };
    await control('POST', `/leads/${body.lead_id}/actions`, event);
    const { page, show, close } = await open(mock);
    await show(enterpriseId, 'leads');
    await page.getByText('2 of 2 leads').waitFor();
    await page.getByLabel('Search leads').fill('rAV');
    await page.getByText('1 of 1 leads').waitFor();
    await page.getByText('Ravi · 919812345671').waitFor();
    await page.getByText('Timeline').click();
    await page.getByText('OUTGOING_CALL').waitFor();
    await page.getByText('agent@company.com').waitFor();
    await page.getByLabel('Search leads').fill('nobody like that');
    await page.getByText('No lead contains this value.').waitFor();
    await close();
  });
});

describe('on a narrow screen', () => {
  it('names of fields beside long values and the sign-out button stay on one line', async () => {
    const guarded = await startMock({ adminToken: 'the-admin-token' });
    const post = async (path: string, token: string, body: object) =>
      (await send(guarded.url + path, 'POST', body, { authorization: `Bearer ${token}` })).body;
    const name = 'x'.repeat(100);
    const partner = await post('/_sandbox/partners', 'the-admin-token', { name });
    const { enterpriseId, syncToken } = await post('/_sandbox/workspaces', partner.key, {});
    const fields = { phone: '919999999999', name };
    await post(`/autoupdate/v2/enterprise/${enterpriseId}/lead`, syncToken, { fields });
    const { page, show, close } = await open(guarded, { viewport: { width: 375, height: 800 } });
    await page.goto(`${guarded.url}/_sandbox/`);
    await page.getByLabel('Key').fill(partner.key);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await show(enterpriseId, 'leads');
    await page.locator('.values dt').nth(1).waitFor();
    const lines = (selector: string) =>
      page.evaluate(`[...document.querySelectorAll('${selector}')].map((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return range.getClientRects().length;
      })`);
    expect(await lines('.values dt')).toEqual([1, 1]);
    expect(await lines('.bar > button:not(.skip)')).toEqual([1]);
    await close();
    await guarded.close();
  });
});

describe('the list of faults', () => {
  it('adds faults by presets or by a form, counts them down, and removes them', async () => {
    const { sync, enterpriseId } = await usedWorkspace();
    const { page, show, close } = await open(mock);
    await show(enterpriseId, 'faults');
    await page.getByText('There are no active faults.').waitFor();
    await page.getByRole('button', { name: '503 twice' }).click();
    await page.getByText('responds with 503, sends Retry-After: 1, 2 times').waitFor();
    expect((await sync('GET', '/metadata')).status).toBe(503);
    await page.getByText('responds with 503, sends Retry-After: 1, once').waitFor();
    await page.getByLabel('Operation').selectOption('getLead');
    await page.getByLabel('What happens').selectOption('429');
    await page.getByLabel('Times').fill('');
    await page.getByRole('button', { name: 'Add fault' }).click();
    await page.getByText('getLead responds with 429, until it is removed').waitFor();
    await page.getByRole('button', { name: 'Remove fault 1' }).click();
    await page.getByText('503, sends').waitFor({ state: 'detached' });
    expect((await sync('GET', '/metadata')).status).toBe(200);
    await page.getByRole('button', { name: 'Remove all' }).click();
    await page.getByText('There are no active faults.').waitFor();
    await close();
  });

  it('keeps the faults that another person adds at the same time', async () => {
    const { control, enterpriseId } = await usedWorkspace();
    const { page, show, close } = await open(mock);
    await show(enterpriseId, 'faults');
    await page.getByText('There are no active faults.').waitFor();
    let number = 0;
    // Somebody else is faster by a moment.
    await page.route(/\/faults/, async (route) => {
      if (route.request().method() !== 'GET') {
        await control('POST', '/faults', { operationId: 'getLead', delayMs: ++number });
      }
      await route.continue();
    });
    await page.getByRole('button', { name: '503 twice' }).click();
    await page.getByRole('button', { name: 'Remove fault 2' }).waitFor();
    await page.getByRole('button', { name: 'Remove fault 2' }).click();
    const delays = async () =>
      (await control('GET', '/faults')).body.map(({ delayMs }: { delayMs?: number }) => delayMs);
    await expect.poll(delays).toEqual([1, 2]);
    await close();
  });
});

describe('the list of workspaces', () => {
  it('creates workspaces whose tokens can be copied once, with working example calls', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const { page, show, requestedUrls, close } = await open(mock, { permissions });
    await show();
    await page.getByRole('button', { name: 'New workspace' }).click();
    const dialog = page.getByRole('dialog', { name: 'Workspace created' });
    await dialog.getByRole('button', { name: 'Copy Sync token' }).click();
    const token = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(token).toMatch(/^sync-\w{32}$/);
    await dialog.getByRole('button', { name: 'Open the workspace' }).click();
    await page.getByRole('button', { name: 'Copy Sync call' }).click();
    const curl = await page.evaluate<string>('navigator.clipboard.readText()');
    const { stdout } = await run('sh', [
      '-c',
      `${curl} -sS --max-time 10 -o /dev/null -w '%{http_code}'`,
    ]);
    expect(stdout).toBe('201');
    expect(requestedUrls.map(({ href }) => href).join()).not.toContain(token);
    // After a reload, the page no longer has tokens that the sandbox shows only once.
    await page.reload();
    await page.getByText('Shown only once, when it is created').first().waitFor();
    await close();
  });

  it('can be searched if there are many', async () => {
    const sandbox = await sandboxForThisFile();
    const ids = Array.from({ length: 13 }, (_, index) => `ent_team_${index}`);
    for (const enterpriseId of ids) await sandbox.workspaces.create({ enterpriseId });
    const { page, show, close } = await open(sandbox);
    await show();
    await page.getByLabel('Search workspaces').fill('TEAM_12');
    await page.getByRole('link', { name: 'ent_sandbox' }).waitFor({ state: 'detached' });
    expect(await page.getByRole('listitem').allTextContents()).toEqual([
      expect.stringContaining('ent_team_12'),
    ]);
    await close();
  });

  it('resets and deletes workspaces after confirmation', async () => {
    const { enterpriseId, control } = await usedWorkspace();
    const { page, show, close } = await open(mock);
    await show(enterpriseId, 'settings');
    const leads = async () => (await control('GET', '/leads')).body.total_count;
    await page.getByRole('button', { name: 'Reset …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(await leads()).toBe(1);
    await page.getByRole('button', { name: 'Reset …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Reset', exact: true }).click();
    await page.getByText('Workspace reset').waitFor();
    expect(await leads()).toBe(0);
    await page.getByRole('button', { name: 'Delete …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
    expect((await control('GET', '/leads')).status).toBe(404);
    await close();
  });
});
