import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { runLoad } from './load.ts';

/** A server that responds to every request with this status, and the bodies that it received. */
async function serve(status: number) {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    bodies.push(Buffer.concat(await request.toArray()).toString());
    setTimeout(() => response.writeHead(status).end(), 3);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => server.closeAllConnections());
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { port, bodies };
}

const load = { call: 'create lead', base: '', connections: 4, from: 10, leads: 1 } as const;

it('sends each request once, and measures fractions of milliseconds', async () => {
  const { port, bodies } = await serve(201);
  const measured = await runLoad({ ...load, port, requests: 40 });
  expect(new Set(bodies).size).toBe(40);
  expect(bodies).toContainEqual(expect.stringContaining('919800000010'));
  expect(measured).toMatchObject({ requests: 40, failures: 0 });
  expect(measured.p50).toBeGreaterThan(2);
  expect(measured.p99).toBeGreaterThanOrEqual(measured.p50);
  expect(Number.isInteger(measured.p50)).toBe(false);
});

it('ends after the given seconds', async () => {
  const { port, bodies } = await serve(201);
  const { requests, perSecond } = await runLoad({ ...load, port, seconds: 1 });
  expect(requests).toBeGreaterThan(10);
  expect(requests).toBeLessThanOrEqual(bodies.length);
  // The run takes about a second, and slightly more on a busy machine.
  expect(perSecond / requests).toBeGreaterThan(0.2);
  expect(perSecond / requests).toBeLessThan(1.1);
});

it('counts rejected requests as failures', async () => {
  const { port } = await serve(429);
  expect(await runLoad({ ...load, port, requests: 8 })).toMatchObject({ failures: 8 });
});
