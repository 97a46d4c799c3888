import { describe, expect, it } from 'vitest';
import { send } from '../testing/caller.ts';
import { sandboxForThisFile } from '../testing/mock.ts';
import { sendRaw } from '../testing/raw.ts';
import { isLocalName, isLoopback } from './local-only.ts';

const mock = await sandboxForThisFile();
const workspaces = `${mock.url}/_sandbox/workspaces`;

describe('who may use the control surface', () => {
  const raw = async (head: string) => sendRaw(mock.port, `${head}\r\nConnection: close\r\n\r\n`);

  it.each(['evil.example', 'evil.example:4010', '127.0.0.1.evil.example', 'localhost.evil'])(
    'not who calls it %s: a foreign name may have been made to lead here',
    async (host) => {
      const { status } = await raw(`GET /_sandbox/workspaces HTTP/1.1\r\nHost: ${host}`);
      expect(status).toBe(403);
    },
  );

  it.each(['localhost', '127.0.0.1:1', '[::1]:4010'])('but who calls it %s', async (host) => {
    const { status } = await raw(`GET /_sandbox/workspaces HTTP/1.1\r\nHost: ${host}`);
    expect(status).toBe(200);
  });

  it('not a page of another origin', async () => {
    for (const origin of ['http://evil.example', 'null', 'http://localhost:1']) {
      const url = `${workspaces}/ent_sandbox/reset`;
      expect((await send(url, 'POST', undefined, { origin })).status).toBe(403);
    }
    const own = { origin: mock.url };
    expect((await send(`${workspaces}/ent_sandbox/drain`, 'POST', undefined, own)).status).toBe(
      204,
    );
  });

  it('but anybody may ask for its health', async () => {
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
  ])('takes the address %s for this machine: %s', (address, isOurs) => {
    expect(isLoopback(address)).toBe(isOurs);
  });

  it('tells names apart', () => {
    expect(isLocalName('LOCALHOST:80')).toBe(true);
    expect(isLocalName('localhost.')).toBe(false);
  });
});
