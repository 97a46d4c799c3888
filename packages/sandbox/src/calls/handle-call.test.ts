import { exampleRequests } from '@telecrm/spec/model';
import { describe, expect, it } from 'vitest';
import { createSandbox } from '../create-sandbox.ts';
import { authOf, initOf, operationsById } from '../testing/requests.ts';

const { fetch, baseUrls } = createSandbox({ strict: true });

describe.each(operationsById)('%s', (_, operation) => {
  const wrong: [string, Record<string, string>][] = [
    ['no token', {}],
    ['an unknown token', { authorization: 'Bearer nobody' }],
    ["the other API's token", authOf[operation.api === 'sync' ? 'async' : 'sync']],
  ];
  it.each(wrong)('responds to %s with the 401 of the spec', async (_what, headers) => {
    const [request] = exampleRequests(operation);
    if (!request) throw new Error('There is no valid request');
    const response = await fetch(baseUrls[operation.api] + request.path, {
      ...initOf(operation, request),
      headers: { ...headers, 'content-type': 'application/json', prefer: 'code=200' },
    });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    const documented = operation.responses.find(({ status }) => status === '401');
    expect(await response.json()).toEqual(documented?.content?.examples[0]?.value);
  });
});

it('checks the token before body, query and Prefer', async () => {
  const url = `${baseUrls.sync}/enterprise/e/lead/search?limit=999`;
  const headers = { 'content-type': 'text/plain', prefer: 'code=abc' };
  const response = await fetch(url, { method: 'POST', headers, body: '{' });
  expect(response.status).toBe(401);
});

it('responds without reading a body that is too large', async () => {
  const url = `${baseUrls.async}/enterprise/e/autoupdatelead`;
  let pulled = 0;
  const pull = (controller: ReadableStreamDefaultController) => {
    pulled++;
    controller.enqueue(new Uint8Array(3_000_000));
  };
  const body = new ReadableStream({ pull }, { highWaterMark: 0 });
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half' };
  expect((await fetch(url, init)).status).toBe(401);
  expect(pulled).toBe(0);
});

it('routes before it checks the token', async () => {
  expect((await fetch(`${baseUrls.async}/nowhere`)).status).toBe(404);
  const wrongMethod = `${baseUrls.sync}/enterprise/e/metadata`;
  expect((await fetch(wrongMethod, { method: 'DELETE' })).status).toBe(405);
});
