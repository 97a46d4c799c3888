import { send } from '@telecrm/caller';
import { describe, expect, it } from 'vitest';
import { errorIn, sandboxForThisFile, syncAuth } from '../../testing/mock.ts';
import { sendRaw } from '../../testing/raw.ts';
import { isLocalName, isLoopback } from './local-only.ts';

const mock = await sandboxForThisFile();
const workspaces = `${mock.url}/_sandbox/workspaces`;

describe('the control surface without a token', () => {
  const raw = async (head: string) => sendRaw(mock.port, `${head}\r\nConnection: close\r\n\r\n`);

  it.each(['evil.example', 'evil.example:4010', '127.0.0.1.evil.example', 'localhost.evil'])(
    'rejects the host name %s, which may be a DNS rebinding attack',
    async (host) => {
      const { status } = await raw(`GET /_sandbox/workspaces HTTP/1.1\r\nHost: ${host}`);
      expect(status).toBe(403);
    },
  );

  it.each(['localhost', '127.0.0.1:1', '[::1]:4010'])('accepts the host name %s', async (host) => {
    const { status } = await raw(`GET /_sandbox/workspaces HTTP/1.1\r\nHost: ${host}`);
    expect(status).toBe(200);
  });

  it('rejects a page of another origin', async () => {
    for (const origin of ['http://evil.example', 'null', 'http://localhost:1']) {
      const url = `${workspaces}/ent_sandbox/reset`;
      expect((await send(url, 'POST', undefined, { origin })).status).toBe(403);
    }
    const own = { origin: mock.url };
    expect((await send(`${workspaces}/ent_sandbox/drain`, 'POST', undefined, own)).status).toBe(
      204,
    );
  });

  it.each([
    'X-Forwarded-For: 127.0.0.1',
    'X-Forwarded-Host: localhost',
    'X-Forwarded-Proto: https',
    'X-Real-IP: 127.0.0.1',
    'Forwarded: for=127.0.0.1',
    'Via: 1.1 proxy',
  ])('rejects a request through a proxy: %s', async (header) => {
    const head = `DELETE /_sandbox/workspaces/ent_sandbox HTTP/1.1\r\nHost: localhost\r\n${header}`;
    const { status, body } = await raw(head);
    expect([status, body]).toEqual([403, expect.stringContaining('--trust-proxy')]);
  });

  it('responds to the health check for everybody', async () => {
    const { status } = await raw('GET /_sandbox/health HTTP/1.1\r\nHost: evil.example');
    expect(status).toBe(200);
  });

  it.each([
    ['127.0.0.1', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['10.0.0.1', false],
    ['::ffff:10.0.0.1', false],
    ['1127.0.0.1', false],
    ['', false],
  ])('treats the address %s as a loopback address: %s', (address, isOurs) => {
    expect(isLoopback(address)).toBe(isOurs);
  });

  it('distinguishes host names', () => {
    expect(isLocalName('LOCALHOST:80')).toBe(true);
    expect(isLocalName('127.8.8.8')).toBe(true);
    for (const name of ['localhost.', '127.999.1.1', '127.0.0', '127.0.0.1.evil', '', ':80']) {
      expect(isLocalName(name)).toBe(false);
    }
  });
});

describe('the APIs of a sandbox on a loopback address', () => {
  const call = (port: number, host: string) =>
    sendRaw(
      port,
      `GET /autoupdate/v2/enterprise/ent_sandbox/metadata HTTP/1.1\r\nHost: ${host}\r\n` +
        `Authorization: ${syncAuth.authorization}\r\nConnection: close\r\n\r\n`,
    );

  it.each(['evil.example', 'evil.example:4010', '127.999.1.1'])(
    'reject the host name %s',
    async (host) => {
      const { status, body } = await call(mock.port, host);
      expect([status, errorIn(body).code]).toEqual([403, 'FORBIDDEN']);
    },
  );

  it.each(['localhost:4010', '127.0.0.1', '[::1]:1'])('accept the host name %s', async (host) => {
    expect((await call(mock.port, host)).status).toBe(200);
  });

  it('accept any host name behind a trusted proxy, or on another address', async () => {
    const trusting = await sandboxForThisFile({ trustProxy: ['loopback'] });
    expect((await call(trusting.port, 'crm.example')).status).toBe(200);
    const open = await sandboxForThisFile({ host: '0.0.0.0' });
    expect((await call(open.port, 'telecrm')).status).toBe(200);
  });
});

it('a trusted proxy may use the control surface', async () => {
  const trusting = await sandboxForThisFile({ trustProxy: ['loopback'] });
  const headers = { 'x-forwarded-for': '192.0.2.1' };
  const { status } = await send(`${trusting.url}/_sandbox/workspaces`, 'GET', undefined, headers);
  expect(status).toBe(200);
});
