import { expect, it } from 'vitest';
import { createSandbox } from '../create-sandbox.ts';
import { callerOf, send } from '../testing/caller.ts';

const sandbox = createSandbox({ strict: true });

it('applies the variants of the definition', async () => {
  const workspace = await sandbox.workspaces.create({
    variants: { documentedSearchRows: true, unauthorizedUnknownEnterprise: true },
  });
  const { sync } = callerOf(sandbox, workspace);
  await sync('POST', '/lead', { fields: { phone: '919999999999' } });
  const found = await sync('POST', '/lead/search', {});
  expect(found.body.data).toEqual([{ fields: { phone: '919999999999' } }]);
  const url = `${sandbox.baseUrls.sync}/enterprise/62ab16e/metadata`;
  const { status, body } = await send(sandbox, url, 'GET', undefined, {
    authorization: `Bearer ${workspace.syncToken}`,
  });
  expect([status, body.error.message]).toEqual([
    401,
    'Enterprise with id "62ab16e" not found or invalid access token.',
  ]);
});

it('ignores paging of getLead without includeActions', async () => {
  const { sync } = callerOf(sandbox, await sandbox.workspaces.create());
  const created = await sync('POST', '/lead', { fields: { phone: '919999999999' } });
  const get = (query: string) => sync('GET', `/lead/${created.body.lead_id}?${query}`);
  expect((await get('limit=101&skip=abc')).status).toBe(200);
  expect((await get('includeActions=true&limit=101')).status).toBe(400);
});
