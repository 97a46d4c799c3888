import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { callerOf } from '@telecrm/caller';
import { createMemoryStorage } from '@telecrm/sandbox/storage';
import { fingerprint } from '@telecrm/spec';
import { describe, expect, it, vi } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { defaultCredentials, startMock } from './index.ts';

const request = `GET /_sandbox/health HTTP/1.1\r\nHost: localhost\r\n\r\n`;

describe('startMock', () => {
  it('uses a free port and returns the URLs of both APIs', async () => {
    const mock = await startMock();
    expect(mock.port).toBeGreaterThan(0);
    expect(mock.url).toBe(`http://127.0.0.1:${mock.port}`);
    expect(mock.baseUrls).toEqual({ sync: `${mock.url}/autoupdate/v2`, async: mock.url });
    await mock.close();
  });

  it('can run twice at the same time', async () => {
    const mocks = await Promise.all([startMock(), startMock()]);
    expect(mocks[0].port).not.toBe(mocks[1].port);
    await Promise.all(mocks.map((mock) => mock.close()));
  });

  it('rejects if the port is in use', async () => {
    const mock = await startMock();
    await expect(startMock({ port: mock.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await mock.close();
  });

  it('listens on the given address', async () => {
    const mock = await startMock({ host: '0.0.0.0' });
    expect(mock.url).toBe(`http://localhost:${mock.port}`);
    expect((await fetch(`http://127.0.0.1:${mock.port}/_sandbox/health`)).status).toBe(200);
    await mock.close();
  });

  it('closes its storage even if the queue cannot be processed', async () => {
    const storage = createMemoryStorage();
    const close = vi.spyOn(storage, 'close');
    const mock = await startMock({ storage, asyncDelayMs: 60_000, log() {} });
    await callerOf(mock).queue({ fields: { phone: '919999999999' } });
    storage.ingestions.process = () => Promise.reject(new Error('The disk is full'));
    await mock.close();
    expect(close).toHaveBeenCalledOnce();
  });

  it('does not change the global Request and Response', async () => {
    const before = [globalThis.Request, globalThis.Response];
    const mock = await startMock();
    expect([globalThis.Request, globalThis.Response]).toEqual(before);
    await mock.close();
  });

  it('responds at the base URLs to the tokens of the sandbox', async () => {
    const mock = await startMock();
    const url = `${mock.baseUrls.sync}/enterprise/${defaultCredentials.enterpriseId}/metadata`;
    const headers = { Authorization: `Bearer ${defaultCredentials.syncToken}` };
    expect((await fetch(url, { headers })).status).toBe(200);
    await mock.close();
  });
});

describe('the health check', () => {
  it('returns the versions of the mock and the spec, without a token', async () => {
    const mock = await startMock();
    const response = await fetch(`${mock.url}/_sandbox/health`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok', version: manifest.version, fingerprint });
    await mock.close();
  });
});

describe('the root path', () => {
  it('redirects a browser to the console, and responds to a program with 404', async () => {
    await using mock = await startMock();
    const get = (accept: string) => fetch(mock.url, { redirect: 'manual', headers: { accept } });
    const browser = await get('text/html,application/xhtml+xml,*/*;q=0.8');
    expect([browser.status, browser.headers.get('location')]).toEqual([302, '/_sandbox/']);
    expect((await get('*/*')).status).toBe(404);
  });
});

/** Counts ticks of 20 ms. Time in which this process, which is also the server, does not run has no ticks. */
function countTicks(): () => number {
  let count = 0;
  const timer = setInterval(() => count++, 20);
  return () => {
    clearInterval(timer);
    return count;
  };
}

describe('close', () => {
  it('closes idle connections immediately', async () => {
    const mock = await startMock();
    const idle = connect(mock.port, '127.0.0.1');
    idle.write(request);
    await once(idle, 'data');
    const ended = once(idle, 'close');
    const ticks = countTicks();
    await mock.close();
    await ended;
    expect(ticks()).toBeLessThan(50);
  });

  it('waits for a request in flight, and closes its connection', async () => {
    const mock = await startMock();
    const socket = connect(mock.port, '127.0.0.1');
    socket.write(
      `POST /enterprise/ent_sandbox/autoupdatelead HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${defaultCredentials.asyncToken}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 26\r\nExpect: 100-continue\r\n\r\n{"fields":',
    );
    // The request has arrived once the server asks for the rest of it.
    expect(String(await once(socket, 'data'))).toContain('100 Continue');
    const closed = mock.close();
    socket.write('{"phone": "91"}}');
    const ticks = countTicks();
    let received = '';
    for await (const chunk of socket) received += String(chunk);
    await closed;
    expect(received).toContain('HTTP/1.1 200');
    expect(received).toContain('"QUEUED"');
    expect(ticks()).toBeLessThan(50);
  });

  it('accepts no new requests', async () => {
    const mock = await startMock();
    await mock.close();
    await expect(fetch(`${mock.url}/_sandbox/health`)).rejects.toThrow();
  });

  it('does not wait for an incomplete request', async () => {
    const mock = await startMock();
    const silent = connect(mock.port, '127.0.0.1');
    silent.on('error', () => {});
    silent.write('POST /enterprise/e/autoupdatelead HTTP/1.1\r\n');
    await wait(100);
    const started = performance.now();
    await mock.close();
    // Otherwise it would wait for the time limit of a request, 30 s.
    expect(performance.now() - started).toBeLessThan(25_000);
  });

  it('can be called twice', async () => {
    const mock = await startMock();
    await Promise.all([mock.close(), mock.close()]);
    await mock.close();
  });
});
