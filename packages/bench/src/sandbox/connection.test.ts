import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { lengthOf, openConnection } from './connection.ts';

const server = createServer((request, response) => {
  if (request.url === '/chunked') response.write('one');
  response.end('two');
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
afterAll(() => server.close());

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;

it('carries one request after the other, whole or in chunks', async () => {
  const connection = await openConnection(port);
  for (const path of ['/', '/chunked', '/', '/chunked']) {
    expect(await connection.send(get(path))).toBe(200);
  }
  connection.close();
});

it('fails when the server goes away', async () => {
  const connection = await openConnection(port);
  await expect(connection.send('nonsense\r\n\r\n')).rejects.toThrow('closed');
});

it.each([
  ['', undefined],
  ['HTTP/1.1 200 OK\r\nContent-Length: 2', undefined],
  ['HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n', 40],
  ['HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nab\r\n', undefined],
  ['HTTP/1.1 200 OK\r\nX: y\r\n\r\n2\r\nab\r\n0\r\n\r\nHTTP', 37],
])('tells how long %j is in all', (received, length) => {
  expect(lengthOf(received)).toBe(length);
});
