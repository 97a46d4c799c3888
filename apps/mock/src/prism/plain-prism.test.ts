import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { apiNames } from '@telecrm/sandbox/adapter';
import { bundlePath } from '@telecrm/spec/files';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations, successOf, validRequest, validRequests } from '../testing/catalog.ts';

// Users who have only the bundles can mock them with Prism from the registry.
const prismCli = createRequire(import.meta.url).resolve('@stoplight/prism-cli');

describe.each(apiNames)('the %s bundle under the plain Prism CLI', (api) => {
  let child: ChildProcess;
  let origin: string;

  beforeAll(async () => {
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    const args = ['mock', '--port', String(port), bundlePath(api, 'json')];
    child = spawn(process.execPath, [prismCli, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
    await listening(child);
  }, 30_000);

  afterAll(async () => {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  });

  const ofApi = operations.filter((operation) => operation.api === api);

  describe.each(ofApi.map((operation) => [operation.id, operation] as const))(
    '%s',
    (_, operation) => {
      const bodiesOf = (status: string) =>
        operation.examples.filter(({ code }) => code === status).map(({ value }) => value);

      it('accepts every named example', async () => {
        for (const { path, init } of validRequests(operation)) {
          const response = await fetch(origin + path, init);
          const success = successOf(operation);
          expect(response.status).toBe(success);
          expect(bodiesOf(String(success))).toContainEqual(await response.json());
        }
      });

      it('returns every documented status', async () => {
        const { path, init } = validRequest(operation);
        for (const code of new Set(operation.examples.map((example) => example.code))) {
          const status = code.replaceAll('X', '0');
          const headers = { ...init.headers, prefer: `code=${status}` };
          const response = await fetch(origin + path, { ...init, headers });
          expect(response.status).toBe(Number(status));
          expect(bodiesOf(code)).toContainEqual(await response.json());
        }
      });

      it('requires a token', async () => {
        const { path, init } = validRequest(operation);
        const { authorization: _, ...headers } = init.headers;
        const response = await fetch(origin + path, { ...init, headers });
        expect(response.status).toBe(401);
        expect(bodiesOf('401')).toContainEqual(await response.json());
      });
    },
  );
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  return address.port;
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    // Its output is consumed, because a full pipe would block it.
    child.stdout?.on('data', (chunk) => {
      if (String(chunk).includes('Prism is listening')) resolve();
    });
    child.once('exit', () => reject(new Error('Prism has stopped')));
  });
}
