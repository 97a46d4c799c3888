import { expect, it } from 'vitest';
import { startServer } from './server.ts';
import { servers } from './servers.ts';

const bare = servers['bare node:http'];

it('measures the start, the memory and the status of a call', async () => {
  const server = await startServer(bare);
  try {
    expect(server.startUp).toBeGreaterThan(0);
    expect(await server.memory()).toBeGreaterThan(10);
    expect(await server.status('create lead')).toBe(201);
    expect(await server.status('search by identifier')).toBe(200);
  } finally {
    await server.stop();
  }
});

it('rejects a peer that should validate requests and does not', async () => {
  await expect(startServer({ ...bare, validates: true })).rejects.toThrow(
    'accepts a request that the spec forbids',
  );
});

it('fails when the server ends before it responds', async () => {
  const args = () => ['--eval', 'process.exit(7)'];
  await expect(startServer({ ...bare, args })).rejects.toThrow('The server has ended with 7');
});
