import { callerOf, send } from '@telecrm/caller';
import { describe, expect, it } from 'vitest';
import { sandboxForThisFile } from '../testing/mock.ts';
import { axeViolations, browserForThisFile } from '../testing/open-console.ts';

const adminToken = 'admin-token-of-this-test';
const mock = await sandboxForThisFile({ asyncDelayMs: 0, adminToken, open: true });
const { open } = await browserForThisFile();

const control = (method: string, path: string, body: unknown, key: string) =>
  send(`${mock.url}/_sandbox${path}`, method, body, { authorization: `Bearer ${key}` });

/** A partner with a workspace that has one lead. */
async function partnerWithWorkspace(name = 'Acme Agency') {
  const { body: partner } = await control('POST', '/partners', { name }, adminToken);
  const { key } = partner;
  const { body: workspace } = await control('POST', '/workspaces', {}, key);
  const caller = callerOf(mock, workspace);
  await caller.sync('POST', '/lead', { fields: { phone: '919999999999', name: 'Jane' } });
  return { key, ...workspace, sync: caller.sync };
}

/** The console, signed in with a key. */
async function signedIn(key: string, options = {}) {
  const opened = await open(mock, options);
  await opened.page.goto(`${mock.url}/_sandbox/`);
  await opened.page.getByLabel('Key').fill(key);
  await opened.page.keyboard.press('Enter');
  await opened.page.getByRole('heading', { name: 'Workspaces' }).waitFor();
  return opened;
}

describe('the console of a partner', () => {
  it('shows only its own workspaces, and any partner name as text', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const { key, enterpriseId } = await partnerWithWorkspace(name);
    const other = await partnerWithWorkspace();
    const { page, close } = await signedIn(key);
    await page.getByText(name).waitFor();
    await page.getByRole('link', { name: enterpriseId }).waitFor();
    expect(await page.getByRole('listitem').count()).toBe(1);
    expect(await page.locator('img').count()).toBe(0);
    await page.goto(`${mock.url}/_sandbox/#/${other.enterpriseId}/leads`);
    await page.getByText('There is no such workspace').waitFor();
    await close();
  });

  it('shows why a key has no access at the moment, and opens once it has', async () => {
    const { key } = await partnerWithWorkspace();
    const { page, close } = await open(mock);
    const message = 'The quota of 3000 calls of the control surface a minute is used up.';
    const json = { error: { code: 'QUOTA_EXCEEDED', message } };
    await page.goto(`${mock.url}/_sandbox/`);
    await page.getByLabel('Key').fill(key);
    await page.route('**/access', (route) => route.fulfill({ status: 429, json }));
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: message }).waitFor();
    await page.unroute('**/access');
    await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
    await close();
  });

  it('saves, restores and deletes snapshots', async () => {
    const { key, enterpriseId, sync } = await partnerWithWorkspace();
    const { page, show, close } = await signedIn(key);
    await show(enterpriseId, 'snapshots');
    await page.getByText('There are no snapshots yet.').waitFor();
    await page.getByRole('textbox', { name: 'Name' }).fill('before-import');
    await page.route('**/snapshots/*', (route) => route.abort(), { times: 1 });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').filter({ hasText: 'cannot be reached' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('before-import');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('1 lead,').waitFor();
    await sync('POST', '/lead', { fields: { phone: '919999999998' } });
    const found = async () => (await sync('POST', '/lead/search', {})).body.total_count;
    expect(await found()).toBe(2);
    await page.getByRole('button', { name: 'Restore before-import' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await found()).toBe(1);
    await page.getByRole('button', { name: 'Delete before-import' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('There are no snapshots yet.').waitFor();
    await close();
  });

  it('shows, advances and sets the clock of a workspace', async () => {
    const { key, enterpriseId, sync } = await partnerWithWorkspace();
    const { page, show, close } = await signedIn(key, { timezoneId: 'UTC', locale: 'en-GB' });
    await show(enterpriseId, 'settings');
    await page.getByText('real time', { exact: false }).first().waitFor();
    await page.getByLabel('Advance by').fill('3');
    await page.getByRole('button', { name: 'Advance' }).click();
    await page.getByText('not real time').waitFor();
    const createdOn = async (phone: string) => {
      await sync('POST', '/lead', { fields: { phone } });
      const { body } = await sync('POST', '/lead/search', { fields: { phone } });
      return body.data[0].fields.created_on;
    };
    expect((await createdOn('919999999998')) - Date.now()).toBeGreaterThan(2.9 * 86_400_000);
    await page.getByLabel('Set to').fill('2030-01-02T03:04:05');
    await page.getByLabel('Stop the clock at this time').check();
    await page.getByRole('button', { name: 'Set', exact: true }).click();
    await page.getByText(', stopped').waitFor();
    await page.getByText('2 January 2030').waitFor();
    expect(await createdOn('919999999997')).toBe(Date.UTC(2030, 0, 2, 3, 4, 5));
    await page.getByRole('button', { name: 'Return to real time' }).click();
    await page.getByText(', real time').waitFor();
    await close();
  });

  it('keeps the variants that another person sets at the same time', async () => {
    const { key, enterpriseId } = await partnerWithWorkspace();
    const { page, show, close } = await signedIn(key);
    await show(enterpriseId, 'settings');
    await page.getByLabel('Documented search rows').check();
    await control('PUT', `/workspaces/${enterpriseId}/variants`, { acknowledgement: 'text' }, key);
    await page.getByRole('button', { name: 'Set variants' }).click();
    const read = async () =>
      (await control('GET', `/workspaces/${enterpriseId}`, undefined, key)).body.variants;
    const expected = { acknowledgement: 'text', documentedSearchRows: true };
    await expect.poll(read).toEqual(expected);
    await close();
  });

  it('sets the variants of a workspace', async () => {
    const { key, enterpriseId, sync } = await partnerWithWorkspace();
    const { page, show, close } = await signedIn(key);
    await show(enterpriseId, 'settings');
    const acknowledgement = page.getByLabel('Acknowledgment');
    const documentedRows = page.getByLabel('Documented search rows');
    const save = page.getByRole('button', { name: 'Set variants' });
    expect(await acknowledgement.inputValue()).toBe('queued');
    expect(await save.isDisabled()).toBe(true);
    await acknowledgement.selectOption('text');
    await documentedRows.check();
    await save.click();
    const read = async () => {
      const { body } = await control('GET', `/workspaces/${enterpriseId}`, undefined, key);
      return body.variants;
    };
    const expected = { acknowledgement: 'text', documentedSearchRows: true };
    await expect.poll(read).toEqual(expected);
    const found = await sync('POST', '/lead/search', {});
    expect(Object.keys(found.body.data[0])).toEqual(['fields']);
    await page.reload();
    await documentedRows.uncheck();
    await save.click();
    await expect.poll(read).toEqual({ ...expected, documentedSearchRows: false });
    expect(await acknowledgement.inputValue()).toBe('text');
    await close();
  });

  it('replaces tokens and clones a workspace, and shows the new tokens', async () => {
    const { key, enterpriseId, sync } = await partnerWithWorkspace();
    const permissions = ['clipboard-read', 'clipboard-write'];
    const { page, show, requestedUrls, close } = await signedIn(key, { permissions });
    const copied = async () => {
      await page.getByRole('dialog').getByRole('button', { name: 'Copy Sync token' }).click();
      return page.evaluate<string>('navigator.clipboard.readText()');
    };
    await show(enterpriseId, 'settings');
    await page.getByRole('button', { name: 'Rotate …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Rotate' }).click();
    await page.getByRole('dialog', { name: 'New tokens' }).waitFor();
    const syncToken = await copied();
    expect((await sync('GET', '/metadata')).status).toBe(401);
    const renewed = callerOf(mock, { enterpriseId, syncToken, asyncToken: '' });
    expect((await renewed.sync('GET', '/metadata')).status).toBe(200);
    await page.getByRole('button', { name: 'Open the workspace' }).click();
    await page.getByText(syncToken, { exact: true }).waitFor();
    await show(enterpriseId, 'settings');
    await page.getByRole('button', { name: 'Clone' }).click();
    await page.getByRole('dialog', { name: 'Workspace cloned' }).waitFor();
    const ofClone = await copied();
    await page.getByRole('button', { name: 'Open the workspace' }).click();
    const heading = page.getByRole('heading', { level: 1 });
    await expect.poll(() => heading.textContent()).not.toBe(enterpriseId);
    const clone = (await heading.textContent()) ?? '';
    const cloned = callerOf(mock, { enterpriseId: clone, syncToken: ofClone, asyncToken: '' });
    expect((await cloned.sync('POST', '/lead/search', {})).body.total_count).toBe(1);
    const addresses = requestedUrls.map(({ href }) => href).join();
    expect(addresses).not.toContain(syncToken);
    expect(addresses).not.toContain(key);
    await close();
  });

  it('copies from a dialog in browsers that offer the clipboard to safe origins only', async () => {
    const { key, enterpriseId } = await partnerWithWorkspace();
    const { page, show, close } = await signedIn(key);
    await page.evaluate('Object.defineProperty(navigator, "clipboard", { value: undefined })');
    await show(enterpriseId, 'settings');
    await page.getByRole('button', { name: 'Clone' }).click();
    const dialog = page.getByRole('dialog', { name: 'Workspace cloned' });
    const token = await dialog.locator('code').nth(3).textContent();
    const button = dialog.getByRole('button', { name: 'Copy Sync token' });
    await button.click();
    await dialog.getByRole('button', { name: 'Sync token copied' }).waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Copied');
    await page.getByRole('button', { name: 'Open the workspace' }).click();
    await show(enterpriseId, 'leads');
    await page.getByLabel('Search leads').focus();
    await page.keyboard.press('ControlOrMeta+V');
    expect(await page.getByLabel('Search leads').inputValue()).toBe(token);
    await close();
  });

  it('is accessible by screen reader and on a phone', async () => {
    const { key, enterpriseId } = await partnerWithWorkspace();
    const { page, show, wrong, close } = await signedIn(key, {
      viewport: { width: 390, height: 800 },
    });
    await control('PUT', `/workspaces/${enterpriseId}/snapshots/x`, undefined, key);
    for (const section of ['snapshots', 'settings']) {
      await show(enterpriseId, section);
      await page.getByRole('button', { name: /^(Save|Advance)$/ }).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    }
    expect(wrong.filter((text) => !text.includes('401'))).toEqual([]);
    await close();
  });
});

it('ignores the rejection of a key that has been replaced in the meantime', async () => {
  const { key, enterpriseId } = await partnerWithWorkspace();
  const { page, show, close } = await signedIn(key);
  await show(enterpriseId, 'leads');
  const lead = page.getByText('Jane · ');
  await lead.waitFor();
  // Both parts of the page ask for data.
  const held: (() => Promise<void>)[] = [];
  await page.route('**/_sandbox/workspaces/**', (route) =>
    held.length < 2
      ? void held.push(() => route.fulfill({ status: 401, json: {} }))
      : route.continue(),
  );
  await expect.poll(() => held.length).toBe(2);
  await held[0]?.();
  await page.getByText('That is not a key of this sandbox.').waitFor();
  await page.getByLabel('Key').fill(adminToken);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await lead.waitFor();
  const rejected = page.waitForResponse((response) => response.status() === 401);
  await held[1]?.();
  await (await rejected).finished();
  await page.evaluate('new Promise((done) => setTimeout(done, 200))');
  expect(await lead.isVisible()).toBe(true);
  await close();
});

describe('an admin', () => {
  const hostile = `"><img src=x onerror=alert(1)>{{name}} ${'x'.repeat(50)}`;

  it('creates partners, whose key is shown once, replaces keys and deletes partners', async () => {
    const { page, requestedUrls, close } = await signedIn(adminToken);
    await page.getByRole('link', { name: 'Partners' }).click();
    await page.getByRole('heading', { name: 'Create a partner' }).waitFor();
    const shownKey = async () => {
      const dialog = page.getByRole('dialog', { name: 'Key of the partner' });
      const key = (await dialog.locator('code').textContent()) ?? '';
      await dialog.getByRole('button', { name: 'Done' }).click();
      await dialog.waitFor({ state: 'detached' });
      return key;
    };
    const name = `Beta ${hostile}`;
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.getByRole('button', { name: 'Create' }).click();
    const first = await shownKey();
    expect((await control('GET', '/access', undefined, first)).body.partner.name).toBe(name);
    await control('POST', '/workspaces', {}, first);
    const row = page.getByRole('listitem').filter({ hasText: name });
    await row.getByText('1 workspace,').waitFor();
    expect(await page.content()).not.toContain(first);
    expect(await page.locator('img').count()).toBe(0);
    await row.getByRole('button', { name: 'New key' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Replace the key' }).click();
    const second = await shownKey();
    expect((await control('GET', '/access', undefined, first)).status).toBe(401);
    await row.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await row.waitFor({ state: 'detached' });
    expect((await control('GET', '/access', undefined, second)).status).toBe(401);
    await page.getByText('requestsPerMinute').waitFor();
    await page.getByRole('link', { name: 'Audit trail' }).click();
    await page.getByText('deletePartner').first().waitFor();
    await page.getByText('Unknown key').first().waitFor();
    const addresses = requestedUrls.map(({ href }) => href).join();
    for (const secret of [first, second, adminToken]) expect(addresses).not.toContain(secret);
    await close();
  });

  it('keeps the name of a partner that could not be created, and a name that is typed meanwhile', async () => {
    const { page, close } = await signedIn(adminToken);
    await page.getByRole('link', { name: 'Partners' }).click();
    const name = page.getByRole('textbox', { name: 'Name' });
    const create = page.getByRole('button', { name: 'Create' });
    const json = { error: { code: 'SERVICE_UNAVAILABLE', message: 'The database is away.' } };
    await page.route('**/partners', (route) => route.fulfill({ status: 503, json }));
    await name.fill('Gamma');
    await create.click();
    await page.getByText('The database is away.').waitFor();
    expect(await name.inputValue()).toBe('Gamma');
    await page.unroute('**/partners');
    const typed = Promise.withResolvers<void>();
    await page.route('**/partners', async (route) => {
      if (route.request().method() === 'POST') await typed.promise;
      await route.continue();
    });
    await create.click();
    await expect.poll(() => create.isDisabled()).toBe(true);
    await name.fill('Delta');
    typed.resolve();
    await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await name.inputValue()).toBe('Delta');
    await close();
  });

  it('sees the workspaces of all partners, with their owners', async () => {
    const { enterpriseId } = await partnerWithWorkspace();
    const { page, show, close } = await signedIn(adminToken);
    const card = page.getByRole('listitem').filter({ hasText: enterpriseId });
    await card.getByText(/^Partner partner_/).waitFor();
    await show(enterpriseId);
    await page.getByRole('link', { name: 'make new tokens' }).click();
    await page.getByRole('button', { name: 'Rotate …' }).waitFor();
    await close();
  });

  it.each([
    [390, 'dark'],
    [1440, 'light'],
  ] as const)(
    'has pages that are accessible and no wider than %d px, in %s',
    async (width, colorScheme) => {
      await partnerWithWorkspace(hostile);
      const viewport = { width, height: 800 };
      const { page, wrong, close } = await signedIn(adminToken, { viewport, colorScheme });
      const check = async (text: string) => {
        await page.getByText(text).first().waitFor();
        expect(await axeViolations(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      };
      await check('Partner partner_');
      await page.getByRole('link', { name: 'Partners' }).click();
      await check(hostile);
      await page.getByRole('button', { name: 'New key' }).first().click();
      await check('The old key is revoked at once');
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: 'Audit trail' }).click();
      await check('createPartner');
      expect(wrong.filter((text) => !text.includes('401'))).toEqual([]);
      await close();
    },
  );

  it('is the only one who can see partners', async () => {
    const { key } = await partnerWithWorkspace();
    const { page, close } = await signedIn(key);
    expect(await page.getByRole('link', { name: 'Partners' }).count()).toBe(0);
    await page.goto(`${mock.url}/_sandbox/#partners`);
    await page.getByRole('heading', { name: 'Workspaces', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Audit trail' }).click();
    await page.getByText('createWorkspace').waitFor();
    expect(await page.getByText('createPartner').count()).toBe(0);
    await close();
  });
});

describe('the console of an open sandbox', () => {
  it('creates a workspace without a key, which a partner can claim', async () => {
    const { page, close } = await open(mock);
    await page.goto(`${mock.url}/_sandbox/`);
    const button = page.getByRole('button', { name: 'Try it without a key' });
    await button.waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await button.click();
    await page.getByText('Unclaimed').waitFor();
    await page.getByText('Expires').waitFor();
    const enterpriseId = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    const token = await page.locator('.credentials code').nth(3).textContent();
    await close();

    const { key } = await partnerWithWorkspace();
    const partner = await signedIn(key);
    await partner.page.getByText('Claim a workspace').click();
    await partner.page.getByLabel('Enterprise ID').fill(enterpriseId);
    await partner.page.getByLabel('Its Sync token').fill(token ?? '');
    await partner.page.getByRole('button', { name: 'Claim' }).click();
    await partner.page.getByRole('link', { name: enterpriseId }).waitFor();
    await partner.close();
  });
});
