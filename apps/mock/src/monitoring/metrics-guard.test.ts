import { send } from '@telecrm/caller';
import { expect, it } from 'vitest';
import { startMock } from '../start-mock.ts';

const adminToken = 'the-admin-token';
const controlToken = 'the-control-token';

it.each([
  [{ adminToken }, 'This needs the admin token: send'],
  [{ controlToken }, 'This needs the control token: send'],
  [{ adminToken, controlToken }, 'This needs the admin token or the control token: send'],
])('metrics need one of the tokens %j', async (tokens, message) => {
  await using mock = await startMock({ metrics: true, ...tokens });
  const get = (token: string) =>
    send(`${mock.url}/_sandbox/metrics`, 'GET', undefined, { authorization: `Bearer ${token}` });
  for (const token of Object.values(tokens)) expect((await get(token)).status).toBe(200);
  const { status, body } = await get('another-token');
  expect([status, body.error.message]).toEqual([401, expect.stringContaining(message)]);
});
