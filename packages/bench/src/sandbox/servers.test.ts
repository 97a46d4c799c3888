import { afterAll, describe, expect, it } from 'vitest';
import { runLoad } from './load.ts';
import { startServer } from './server.ts';
import { type ServerName, servers } from './servers.ts';

const names = Object.keys(servers) as ServerName[];

it('compares with peers that also validate requests, and with a bare server', () => {
  const validating = names.filter((name) => servers[name].validates);
  expect(validating).toEqual(['sandbox', 'Prism', 'Steady', 'Scalar']);
});

describe.each(names)('%s', { timeout: 60_000 }, async (name) => {
  const server = await startServer(servers[name]);
  afterAll(server.stop);

  it('writes nothing while it is under load', async () => {
    await server.status('create lead');
    const before = server.output();
    const { port, base } = server;
    await runLoad({
      call: 'get lead',
      port,
      base,
      connections: 2,
      from: 0,
      leads: 1,
      requests: 50,
    });
    expect(server.output()).toBe(before);
  });
});
