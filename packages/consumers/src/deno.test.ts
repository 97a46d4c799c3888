/** Deno's `fetch` resends a request if a pooled connection ends without a response. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { expect, inject, it } from 'vitest';
import { denoFlags, runtime } from './runtime.ts';

// If this fails because Deno no longer resends, remove the note from the client's README.
it('without a connection pool, Deno sends a POST once', async () => {
  await using server = await startServer();
  await promisify(execFile)(runtime('deno', 'deno'), [...denoFlags, 'deno.mjs'], {
    cwd: inject('consumer'),
    env: { ...process.env, ...server.env },
  });
  expect(server.names).toEqual(['pooled', 'pooled', 'not pooled']);
});

/** Responds to reads; on a write, closes the connection once it has received the request. */
async function startServer() {
  const names: string[] = [];
  const server = createServer(async (request, response) => {
    if (request.method === 'GET') {
      response.setHeader('Content-Type', 'application/json').end('{"name":"Acme"}');
      return;
    }
    names.push(JSON.parse(await text(request)).fields.name);
    request.socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the server has no port');
  return {
    names,
    env: {
      TELECRM_ENTERPRISE_ID: 'ent_sandbox',
      TELECRM_SYNC_TOKEN: 'sandbox-sync-token',
      TELECRM_SYNC_URL: `http://127.0.0.1:${address.port}`,
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
