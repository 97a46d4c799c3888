/** No property of a failed call contains the token. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createSyncHttp } from '../src/http/index.ts';
import { createSyncClient, type TelecrmError } from '../src/index.ts';
import { startServer } from './support/server.ts';

const token = `${crypto.randomUUID()}1609459200000:${crypto.randomUUID()}`;
const id = { enterpriseId: 'ent_sandbox', token, retry: { maxAttempts: 1 } };

/** Every printed form of an error. */
function printed(error: TelecrmError): string {
  return [
    inspect(error, { depth: 20, showHidden: true, getters: true }),
    JSON.stringify(error),
    JSON.stringify(error.body),
    String(error.stack),
    String(error.headers && JSON.stringify([...error.headers])),
  ].join('\n');
}

async function failureAt(baseUrl: string): Promise<TelecrmError> {
  const result = await createSyncClient({ ...id, baseUrl }).try.getLead({ leadId: 'x' });
  if (result.ok) throw new Error('expected a failure');
  return result.error;
}

it('a server that echoes the request as invalid HTTP', async () => {
  const server = createServer((socket) => socket.on('data', (data) => socket.end(data)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  const error = await failureAt(`http://127.0.0.1:${address.port}`);
  server.close();
  expect(error.code).toBe('NETWORK');
  expect(printed(error)).not.toContain(token);
});

const escaped = [...token]
  .map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
  .join('');

describe.each([
  ['a message', { body: { error: { code: 'X', message: `bad token ${token}` } } }],
  ['a code', { body: { error: { code: token, message: 'x' } } }],
  ['a detail', { body: { error: { code: 'X', details: [{ field: token, message: token }] } } }],
  ['a key', { body: { [token]: 1 } }],
  ['escaped JSON', { body: `{"error":{"code":"X","message":"bad ${escaped}"}}` }],
  ['text', { body: `<p>${token}</p>` }],
  ['an encoded address', { body: `/login?token=${encodeURIComponent(token)}` }],
  ['the ID of the request', { headers: { 'X-Request-Id': token } }],
  ['another header', { headers: { 'X-Echo': `Bearer ${token}` } }],
  ['a redirect', { status: 302, headers: { Location: `http://x.example/?${token}` } }],
])('a response that repeats it in %s', (_, leak) => {
  it('is printed without it', async () => {
    await using server = await startServer(() => ({ status: 400, ...leak }));
    const error = await failureAt(server.url);
    expect(printed(error)).toContain(error.code);
    expect(printed(error)).not.toContain(token);
    expect(printed(error)).not.toContain(encodeURIComponent(token));
  });

  it('is printed without it for calls by path', async () => {
    await using server = await startServer(() => ({ status: 400, ...leak }));
    const http = createSyncHttp({ ...id, baseUrl: server.url });
    const { error, response } = await http.GET('/enterprise/{enterpriseId}/metadata');
    const all = JSON.stringify([error, [...response.headers]]);
    expect(all).not.toContain(token);
  });
});

it('a word that contains a short token is not masked', async () => {
  const body = { error: { code: 'X', message: 'an example of sandboxes' } };
  await using server = await startServer(() => ({ status: 400, body }));
  const client = createSyncClient({ ...id, token: 'sandbox', baseUrl: server.url });
  await expect(client.getEnterpriseMetadata()).rejects.toThrow('an example of sandboxes');
});

it('a success is returned unchanged', async () => {
  await using server = await startServer(() => ({ body: { fields: { note: token } } }));
  const lead = await createSyncClient({ ...id, baseUrl: server.url }).getLead({ leadId: 'x' });
  expect(lead.fields.note).toBe(token);
});
