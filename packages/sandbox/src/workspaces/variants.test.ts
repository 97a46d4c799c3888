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

const older = {
  ...{ status: 'SUCCESS', modifiedLeadIds: [], errorString: '', uniqueIdentifier: 'phone' },
};

it.each([
  ['queued', 200, '{"status":"QUEUED"}', 'application/json'],
  ['text', 200, 'OK', 'text/plain; charset=utf-8'],
  ['result', 200, '{"result":"Accepted"}', 'application/json'],
  ['outcome', 200, JSON.stringify(older), 'application/json'],
  ['empty', 200, '', null],
  ['noContent', 204, '', null],
] as const)(
  'acknowledges a lead with %s, and processes it',
  async (acknowledgement, ...expected) => {
    const workspace = await sandbox.workspaces.create({ variants: { acknowledgement } });
    const { enterpriseId, asyncToken } = workspace;
    const url = `${sandbox.baseUrls.async}/enterprise/${enterpriseId}/autoupdatelead`;
    const send = (token: string, body: string) =>
      sandbox.fetch(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body,
      });
    const body = JSON.stringify({ fields: { phone: '919999999999' } });
    const response = await send(asyncToken, body);
    const { status, headers } = response;
    expect([status, await response.text(), headers.get('content-type')]).toEqual(expected);
    await workspace.drain();
    expect((await workspace.leads()).total_count).toBe(1);
    // Errors remain the documented ones.
    expect((await send('unknown', body)).status).toBe(401);
    expect((await send(asyncToken, '[]')).status).toBe(400);
  },
);

it('ignores paging of getLead without includeActions', async () => {
  const { sync } = callerOf(sandbox, await sandbox.workspaces.create());
  const created = await sync('POST', '/lead', { fields: { phone: '919999999999' } });
  const get = (query: string) => sync('GET', `/lead/${created.body.lead_id}?${query}`);
  expect((await get('limit=101&skip=abc')).status).toBe(200);
  expect((await get('includeActions=true&limit=101')).status).toBe(400);
});
