import { describe, expect, it } from 'vitest';
import { operations, tokenOf, validRequest } from '../testing/catalogue.ts';
import { mockForThisFile } from '../testing/mock.ts';

const mock = await mockForThisFile();

describe.each(operations.map((operation) => [operation.id, operation] as const))(
  '%s',
  (_, operation) => {
    const other = tokenOf(operation.api === 'sync' ? 'async' : 'sync');
    const wrong: [string, Record<string, string>][] = [
      ['no token', {}],
      ['an unknown token', { authorization: 'Bearer nobody' }],
      ["the other API's token", { authorization: `Bearer ${other}` }],
    ];
    it.each(wrong)('answers %s with the 401 of the spec', async (_what, headers) => {
      const { path, init } = validRequest(operation);
      const response = await fetch(mock.baseUrls[operation.api] + path, {
        ...init,
        headers: { ...headers, 'content-type': 'application/json', prefer: 'code=200' },
      });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      const documented = operation.examples.find(({ code }) => code === '401');
      expect(await response.json()).toEqual(documented?.value);
    });
  },
);

it('judges the token before body, query and Prefer', async () => {
  const url = `${mock.baseUrls.sync}/enterprise/e/lead/search?limit=999`;
  const headers = { 'content-type': 'text/plain', prefer: 'code=abc' };
  const response = await fetch(url, { method: 'POST', headers, body: '{' });
  expect(response.status).toBe(401);
});

it('says so without reading a body that is too large', async () => {
  const url = `${mock.baseUrls.async}/enterprise/e/autoupdatelead`;
  const response = await fetch(url, { method: 'POST', body: 'x'.repeat(3_000_000) });
  expect(response.status).toBe(401);
});

it('routes before it asks for a token', async () => {
  expect((await fetch(`${mock.url}/nowhere`)).status).toBe(404);
  const wrongMethod = `${mock.baseUrls.sync}/enterprise/e/metadata`;
  expect((await fetch(wrongMethod, { method: 'DELETE' })).status).toBe(405);
});

it('marks a 401 that was asked for with Prefer too', async () => {
  const response = await fetch(`${mock.baseUrls.sync}/enterprise/e/metadata`, {
    headers: { authorization: `Bearer ${tokenOf('sync')}`, prefer: 'code=401' },
  });
  expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
});
