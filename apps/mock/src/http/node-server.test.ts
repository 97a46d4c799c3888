import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { asyncAuth, errorIn } from '../testing/mock.ts';
import { sendRaw } from '../testing/raw.ts';
import { fromIncoming } from './connection/node-request.ts';
import { createNodeServer, type IncomingHandler, type ServerOptions } from './node-server.ts';

const closing: (() => void)[] = [];

afterEach(() => {
  for (const close of closing.splice(0)) close();
});

function portOf(handle: IncomingHandler, log: (text: string) => void, options?: ServerOptions) {
  return listen(createNodeServer(handle, log, options));
}

async function listen(server: Server) {
  server.listen(0, '127.0.0.1');
  closing.push(() => void server.close().closeAllConnections());
  await once(server, 'listening');
  return (server.address() as AddressInfo).port; // What a server on a port has.
}

/** Reads the body as the sandbox does. */
const readAll: IncomingHandler = async (incoming) => {
  await fromIncoming(incoming)?.readBody(1000);
  return { status: 204 };
};

describe('an incomplete request', () => {
  it.each([
    ['in its headers', 'POST /enterprise/e/autoupdatelead HTTP/1.1\r\nHost: x\r\n'],
    [
      'in its body',
      `POST /enterprise/e/autoupdatelead HTTP/1.1\r\nHost: x\r\nAuthorization: ${asyncAuth.authorization}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"fields',
    ],
  ])('gets a 408 after the time limit: %s', async (_, bytes) => {
    const { status, body } = await sendRaw(
      await portOf(readAll, () => {}, { requestMs: 200 }),
      bytes,
    );
    expect([status, errorIn(body).code]).toEqual([408, 'REQUEST_TIMEOUT']);
  });
});

describe('an error of the sandbox itself', () => {
  it('is a 500 in the envelope, and is logged without any value of the request', async () => {
    const log = vi.fn();
    const broken = () => Promise.reject(new TypeError('jane@secret.example is not iterable'));
    const port = await portOf(broken, log);
    const response = await fetch(`http://127.0.0.1:${port}/enterprise/e/autoupdatelead`, {
      method: 'POST',
      headers: { ...asyncAuth, 'content-type': 'application/json' },
      body: '{"fields":{"email":"jane@secret.example"}}',
    });
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(errorIn(text).code).toBe('INTERNAL_SERVER_ERROR');
    expect(text).not.toContain('secret');
    const [line] = log.mock.calls.flat();
    expect(line).toMatch(/^TypeError while answering a POST\n\s+at /);
    expect(line).not.toContain('secret');
  });
});

describe('the server', () => {
  it('disconnects a client that does not read its responses', async () => {
    const body = 'x'.repeat(8 * 1024 * 1024);
    const server = createNodeServer(
      () => ({ status: 200, body }),
      () => {},
      { writeMs: 100 },
    );
    const connection = once(server, 'connection');
    const socket = connect(await listen(server), '127.0.0.1');
    socket.on('error', () => {});
    const [atServer] = await connection;
    socket.pause();
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(3));
    await once(atServer, 'close');
    socket.resume();
    await once(socket, 'close');
    expect(socket.bytesRead).toBeLessThan(3 * body.length);
  });

  it("disconnects an idle client after Node's time limit", async () => {
    const port = await portOf(
      () => ({ status: 204 }),
      () => {},
    );
    const socket = connect(port, '127.0.0.1');
    const started = performance.now();
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await once(socket, 'data');
    await once(socket, 'close');
    expect(performance.now() - started).toBeGreaterThan(3000);
  });

  it('does not disconnect a client whose next request has arrived while the process was busy', async () => {
    const server = createNodeServer(
      () => ({ status: 204 }),
      () => {},
    );
    server.keepAliveTimeout = 50;
    server.keepAliveTimeoutBuffer = 0;
    const port = await listen(server);
    const socket = connect(port, '127.0.0.1');
    const request = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n';
    server.once('request', (_, response) => {
      // The time of an idle connection begins when its response is finished, and is over before the process continues.
      response.once('finish', () => {
        socket.write(request);
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
      });
    });
    socket.write(request);
    let text = '';
    socket.on('data', (chunk) => {
      text += String(chunk);
      if (text.split('HTTP/1.1 204').length > 2) socket.end();
    });
    await once(socket, 'close');
    expect(text.match(/^HTTP\/1.1 \d+/gm)).toEqual(Array(2).fill('HTTP/1.1 204'));
  });

  it('does not disconnect a client that waits for a slow response', async () => {
    const slow = () => setTimeout(500, { status: 200, body: 'done' });
    const port = await portOf(slow, () => {}, { writeMs: 100 });
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
  });

  it('completes all requests before it responds to data that is not HTTP', async () => {
    const slow = () => setTimeout(100, { status: 200, body: 'first' });
    const port = await portOf(slow, () => {});
    const socket = connect(port, '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\nthis is not HTTP\r\n\r\n');
    let text = '';
    for await (const chunk of socket) text += String(chunk);
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400']);
  });
});
