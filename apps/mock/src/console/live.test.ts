import { callerOf } from '@telecrm/caller';
import type { Route } from 'playwright-core';
import { expect, it } from 'vitest';
import { sandboxForThisFile } from '../testing/mock.ts';
import { browserForThisFile } from '../testing/open-console.ts';

const mock = await sandboxForThisFile({ asyncDelayMs: 0 });
const { open } = await browserForThisFile();

/** Numbers that identify leads. */
const phones = Array.from({ length: 30 }, (_, index) => `9198123456${10 + index}`);

async function workspaceWithLeads() {
  const workspace = await mock.workspaces.create();
  const caller = callerOf(mock, workspace);
  for (const phone of phones) await caller.sync('POST', '/lead', { fields: { phone } });
  return { ...caller, enterpriseId: workspace.enterpriseId };
}

it('shows new data automatically, without changing what is open, focused and in view', async () => {
  const { sync, control, enterpriseId } = await workspaceWithLeads();
  const { page, show, close } = await open(mock);
  await show(enterpriseId, 'leads');
  const row = page.getByRole('listitem').filter({ hasText: '919812345620' });
  await row.getByText('Timeline').click();
  await row.getByText('Nothing has happened yet.').waitFor();
  await row.locator('summary').focus();
  const top = async () => (await row.boundingBox())?.y ?? 0;
  const before = await top();
  const { body } = await control('GET', '/leads?search=919812345620');
  await control('POST', `/leads/${body.data[0].id}/actions`, { type: 'OUTGOING_CALL' });
  await row.getByText('OUTGOING_CALL').waitFor();
  await sync('POST', '/lead', { fields: { phone: '919812345699', name: 'New' } });
  await page.getByText('31 of 31 leads').waitFor();
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Timeline');
  expect(await row.getByText('OUTGOING_CALL').isVisible()).toBe(true);
  expect(Math.abs((await top()) - before)).toBeLessThan(4);
  await close();
});

it('does not discard text that is being typed', async () => {
  const { sync, enterpriseId } = await workspaceWithLeads();
  const { page, show, close } = await open(mock);
  await show(enterpriseId, 'leads');
  await page.getByLabel('Search leads').pressSequentially('9198123456');
  await sync('POST', '/lead', { fields: { phone: '919812345699' } });
  await page.getByText('31 of 31 leads').waitFor();
  expect(await page.getByLabel('Search leads').inputValue()).toBe('9198123456');
  expect(await page.evaluate('document.activeElement.type')).toBe('search');
  await close();
});

it('does not discard what is typed as soon as the field appears', async () => {
  const { enterpriseId } = await workspaceWithLeads();
  const { page, show, close } = await open(mock);
  await page.addInitScript(`new MutationObserver((_, observer) => {
    const field = document.querySelector('input[type=search]');
    if (!field) return;
    observer.disconnect();
    field.value = '919812345620';
    field.dispatchEvent(new Event('input'));
  }).observe(document, { childList: true, subtree: true })`);
  await show(enterpriseId, 'leads');
  await page.getByText('1 of 1 leads').waitFor();
  expect(await page.getByLabel('Search leads').inputValue()).toBe('919812345620');
  await close();
});

it('shows the leads of the link that is followed, while another one is shown', async () => {
  const { control, enterpriseId } = await workspaceWithLeads();
  const { page, show, close } = await open(mock);
  const { body } = await control('GET', '/leads?limit=2');
  for (const lead of body.data) {
    await show(enterpriseId, `leads/${lead.id}`);
    await page.getByText(lead.fields.phone).first().waitFor();
    expect(await page.getByLabel('Search leads').inputValue()).toBe(lead.id);
    expect(await page.getByRole('listitem').filter({ hasText: '91981234' }).count()).toBe(1);
  }
  await close();
});

/** The console with the requests of a workspace, of which there are more than are shown initially. */
async function openRequests() {
  const { control, queue, enterpriseId } = await workspaceWithLeads();
  for (const phone of phones) await queue({ fields: { phone } });
  await control('POST', '/drain');
  const opened = await open(mock);
  await opened.show(enterpriseId, 'requests');
  await opened.page.getByText('50 of 60 requests').waitFor();
  return opened;
}

it('shows more entries on demand, and restores the position after a reload', async () => {
  const { page, close } = await openRequests();
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.getByText('60 of 60 requests').waitFor();
  await page.reload();
  await page.getByText('50 of 60 requests').waitFor();
  await close();
});

it('does not replace more entries by a late response with fewer', async () => {
  const { page, close } = await openRequests();
  let release = () => {};
  const requested = new Promise<void>((resolve) => {
    void page.route('**/requests?*limit=50*', async (route) => {
      resolve();
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      await route.continue();
    });
  });
  await requested;
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.getByText('60 of 60 requests').waitFor();
  const lateResponse = page.waitForResponse('**/requests?*limit=50*');
  release();
  await (await lateResponse).finished();
  expect(await page.getByText('50 of 60 requests').count()).toBe(0);
  expect(await page.getByText('60 of 60 requests').count()).toBe(1);
  await close();
});

it('does not replace what a change has shown by the response to an earlier request', async () => {
  const { enterpriseId } = await mock.workspaces.create();
  const { page, show, close } = await open(mock);
  await show(enterpriseId, 'faults');
  await page.getByText('There are no active faults.').waitFor();
  const late = Promise.withResolvers<void>();
  const holdResponse = async (route: Route) => {
    const response = await route.fetch();
    await late.promise;
    await route.fulfill({ response });
  };
  await page.route('**/faults', holdResponse, { times: 1 });
  const held = await page.waitForRequest('**/faults');
  await page.locator('section[aria-labelledby=presets] button').first().click();
  const fault = page.getByRole('button', { name: 'Remove fault 1' });
  await fault.waitFor();
  late.resolve();
  await (await held.response())?.finished();
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
  expect(await fault.count()).toBe(1);
  await close();
});

it('reports that the sandbox cannot be reached, and continues once it can', async () => {
  const { page, show, close } = await open(mock);
  await show('ent_sandbox');
  await page.getByText('Live', { exact: true }).waitFor();
  await page.route(/\/workspaces/, (route) => route.abort());
  await page.getByText('No connection').waitFor();
  await page.unroute(/\/workspaces/);
  await page.getByText('Live', { exact: true }).waitFor();
  await close();
});

it('shows the reason for a rejected call', async () => {
  const { page, show, close } = await open(mock);
  const message = 'The quota of this partner is used up: try again in a minute.';
  const json = { error: { code: 'TOO_MANY_REQUESTS', message } };
  await page.route('**/leads?*', (route) => route.fulfill({ status: 429, json }));
  await show('ent_sandbox', 'leads');
  await page.getByText(message).waitFor();
  await page.getByText('Live', { exact: true }).waitFor();
  await close();
});
