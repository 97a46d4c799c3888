import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { asyncAuth, errorIn } from '../testing/mock.ts';
import { sendRaw } from '../testing/raw.ts';
import { fromIncoming } from './node-request.ts';
import { type Answerer, createNodeServer } from './node-server.ts';

const closing: (() => void)[] = [];

afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function portOf(answer: Answerer, log: (text: string) => void, timeoutMs?: number) {
  const server = createNodeServer(answer, log, timeoutMs).listen(0, '127.0.0.1');
  closing.push(() => void server.close().closeAllConnections());
  await once(server, 'listening');
  return (server.address() as AddressInfo).port; // What a server on a port has.
}

/** Reads the body as the sandbox does. */
const readAll: Answerer = async (incoming) => {
  await fromIncoming(incoming)?.readBody(1000);
  return { status: 204 };
};

describe('a request that stops half-way', () => {
  it.each([
    ['in its headers', 'POST /enterprise/e/autoupdatelead HTTP/1.1\r\nHost: x\r\n'],
    [
      'in its body',
      `POST /enterprise/e/autoupdatelead HTTP/1.1\r\nHost: x\r\nAuthorization: ${asyncAuth.authorization}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"fields',
    ],
  ])('%s is told so after a while', async (_, bytes) => {
    const { status, body } = await sendRaw(await portOf(readAll, () => {}, 200), bytes);
    expect([status, errorIn(body).code]).toEqual([408, 'REQUEST_TIMEOUT']);
  });
});

describe('a mistake of the sandbox itself', () => {
  it('is a 500 in the envelope, and is logged without a word of the request', async () => {
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
