import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { createSyncClient } from '../src/index.ts';
import { startServer } from './support/server.ts';

const id = { enterpriseId: 'ent_sandbox', token: 'sandbox-sync-token' };
const megabyte = 1024 * 1024;

it('a response of more than sixteen megabytes is an error and is not requested again', async () => {
  const body = JSON.stringify({ name: 'x'.repeat(17 * megabyte) });
  await using server = await startServer(() => ({ body }));
  const client = createSyncClient({ ...id, baseUrl: server.url });
  await expect(client.getEnterpriseMetadata()).rejects.toMatchObject({
    code: 'UNEXPECTED_ANSWER',
    message: 'getEnterpriseMetadata failed: the response is larger than 16777216 bytes',
  });
  expect(server.received).toHaveLength(1);
});

it('the limit applies to the decompressed size', async () => {
  const bomb = gzipSync(Buffer.alloc(64 * megabyte, ' '));
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(bomb);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  const baseUrl = `http://127.0.0.1:${address.port}`;
  const client = createSyncClient({ ...id, baseUrl, maxResponseBytes: megabyte });
  const body = { fields: { phone: '9' } };
  await expect(client.createLead({ body })).rejects.toMatchObject({
    code: 'UNEXPECTED_ANSWER',
    mayHaveHappened: true,
  });
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

it('a response of exactly the size is read', async () => {
  const body = JSON.stringify({ name: 'ä€😀' });
  await using server = await startServer(() => ({ body }));
  const maxResponseBytes = new TextEncoder().encode(body).length;
  const client = createSyncClient({ ...id, baseUrl: server.url, maxResponseBytes });
  expect((await client.getEnterpriseMetadata()).name).toBe('ä€😀');
});

it('a character whose bytes arrive separately is decoded correctly', async () => {
  const bytes = new TextEncoder().encode(JSON.stringify({ name: 'ä€😀' }));
  const body = ReadableStream.from([...bytes].map((byte) => Uint8Array.of(byte)));
  const client = createSyncClient({ ...id, fetch: async () => new Response(body) });
  expect((await client.getEnterpriseMetadata()).name).toBe('ä€😀');
});

it('an error whose details are nested deeply can be stored', async () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const body = `{"error":{"code":"BAD_REQUEST","message":"No.","details":${deep}}}`;
  await using server = await startServer(() => ({ status: 400, body }));
  const client = createSyncClient({ ...id, baseUrl: server.url });
  const error = await client.getEnterpriseMetadata().catch((reason) => reason);
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ code: 'BAD_REQUEST' });
  expect(JSON.stringify(error.body)).toContain('BAD_REQUEST');
});
