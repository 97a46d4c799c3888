import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createApp } from './app.ts';
import type { Prism } from './prism.ts';
import { createHttpServer } from './server.ts';
import { operations } from './testing/catalogue.ts';
import { asyncAuth, errorIn } from './testing/mock.ts';
import { sendRaw } from './testing/raw.ts';
import { unlimited } from './workspaces/limiter.ts';
import { realMoments } from './workspaces/moments.ts';
import { admitDefault, createTenants } from './workspaces/tenants.ts';

const closing: (() => void)[] = [];

async function appWith(prism: Prism) {
  const tenants = createTenants({ moments: realMoments(), asyncDelay: 0 });
  await admitDefault(tenants);
  const limiters = { sync: unlimited, async: unlimited };
  return createApp({ operations, prism, tenants, limiters, stateless: true }, () => {});
}

afterEach(() => {
  for (const close of closing.splice(0)) close();
  vi.restoreAllMocks();
});

async function portOf(app: Parameters<typeof createHttpServer>[0], timeout?: number) {
  const server = createHttpServer(app, timeout).listen(0, '127.0.0.1');
  closing.push(() => void server.close().closeAllConnections());
  await once(server, 'listening');
  return (server.address() as AddressInfo).port; // What a server on a port has.
}

describe('a request that stops half-way', () => {
  it.each([
    ['in its headers', 'POST /enterprise/e/autoupdatelead HTTP/1.1\r\nHost: x\r\n'],
    [
      'in its body',
      `POST /enterprise/e/autoupdatelead HTTP/1.1\r\nHost: x\r\nAuthorization: ${asyncAuth.authorization}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"fields',
    ],
  ])('%s is told so after a while', async (_, bytes) => {
    const app = await appWith(() => Promise.reject(new Error('Not called')));
    const { status, body } = await sendRaw(await portOf(app, 200), bytes);
    expect([status, errorIn(body).code]).toEqual([408, 'REQUEST_TIMEOUT']);
  });
});

describe('a fault of the mock itself', () => {
  it('is a 500 in the envelope, and is logged without a word of the request', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const broken = () => Promise.reject(new TypeError('jane@secret.example is not iterable'));
    const port = await portOf(await appWith(broken));
    const response = await fetch(`http://127.0.0.1:${port}/enterprise/e/autoupdatelead`, {
      method: 'POST',
      headers: { ...asyncAuth, 'content-type': 'application/json' },
      body: '{"fields":{"email":"jane@secret.example"}}',
    });
    expect(response.status).toBe(500);
    expect(errorIn(await response.text()).code).toBe('INTERNAL_SERVER_ERROR');
    const [line] = logged.mock.calls.flat();
    expect(line).toMatch(/^telecrm-mock: TypeError while answering a POST\n\s+at /);
    expect(line).not.toContain('secret');
  });

  it('in front of the app is one as well', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const port = await portOf({ fetch: () => Promise.reject(new Error('broken')) });
    const response = await fetch(`http://127.0.0.1:${port}/`);
    expect([response.status, errorIn(await response.text()).code]).toEqual([
      500,
      'INTERNAL_SERVER_ERROR',
    ]);
  });
});
