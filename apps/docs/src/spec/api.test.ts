import { expect, test } from 'vitest';
import { smallBundle, smallSource } from '../../test/small-bundles.ts';
import { readApi } from './api.ts';

async function read(change: Record<string, unknown> = {}) {
  const text = JSON.stringify({ ...smallBundle('Small'), ...change });
  const { bundles } = await smallSource({ sync: text });
  return readApi('sync', bundles.sync.json);
}

test('an API is what its bundle says', async () => {
  const api = await read();
  expect(api).toMatchObject({
    title: 'Small',
    production: 'https://live.example',
    sandbox: 'http://127.0.0.1:4010',
    sandboxToken: 'sandbox-small-token',
    rateLimit: { requests: 18000, documented: true },
  });
  expect(api.operations.map(({ id, method }) => `${method} ${id}`)).toEqual([
    'POST addNote',
    'GET listNotes',
  ]);
});

test('examples are read through references', async () => {
  const { operations } = await read();
  expect(operations[0]).toMatchObject({
    body: { examples: [{ name: 'apostrophe', value: "it's" }] },
    responses: [{ status: '200', examples: [{ name: 'ok', value: { added: true } }] }],
  });
});

test('a reference that leads nowhere is named', async () => {
  const { components } = smallBundle('Small') as { components: object };
  await expect(read({ components: { ...components, responses: {} } })).rejects.toThrow(
    '#/components/responses/Added leads nowhere',
  );
});

test('a bundle without a token for the sandbox is refused', async () => {
  await expect(read({ components: {} })).rejects.toThrow('no sandbox token');
});

test('a bundle without the sandbox among its servers is refused', async () => {
  await expect(read({ servers: [{ url: 'https://live.example' }] })).rejects.toThrow(
    'no sandbox server',
  );
});

test('a rate limit that was only observed is not called documented', async () => {
  const limit = { requests: 1, seconds: 1, per: 'token', 'x-evidence': 'observed' };
  expect((await read({ 'x-rate-limit': limit })).rateLimit).toMatchObject({ documented: false });
});
