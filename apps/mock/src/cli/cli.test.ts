import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import { defaultCredentials } from '@telecrm/sandbox';
import { afterEach, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import type { Mock } from '../options.ts';
import { startMock } from '../start-mock.ts';
import { bin } from '../testing/command.ts';

const run = promisify(execFile);

/** The command with its output so far. */
interface Running {
  child: ChildProcess;
  printed: { out: string; err: string };
  url: string;
}

const running: ChildProcess[] = [];
const mocks: Mock[] = [];

afterEach(async () => {
  for (const child of running.splice(0)) {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  await Promise.all(mocks.splice(0).map((mock) => mock.close()));
});

async function start(...args: string[]): Promise<Running> {
  const child = spawn(process.execPath, [bin, ...args], { env: {} });
  running.push(child);
  const printed = { out: '', err: '' };
  child.stderr?.on('data', (chunk) => {
    printed.err += String(chunk);
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      printed.out += String(chunk);
      if (printed.out.includes('curl')) resolve();
    });
    child.once('exit', () => reject(new Error(`It has stopped: ${printed.err}`)));
  });
  const [url = ''] = /http:\/\/\S+/.exec(printed.out) ?? [];
  return { child, printed, url };
}

/** Runs the command until it exits, which must be with an error. */
async function failing(
  ...args: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  return run(process.execPath, [bin, ...args]).then(
    () => Promise.reject(new Error('It did not fail')),
    (failure) => failure,
  );
}

describe('telecrm-mock', () => {
  it('prints the addresses, the ID, the tokens and a curl command that works', async () => {
    const { printed, url } = await start('--port', '0');
    for (const word of [
      `${url}/autoupdate/v2\n`,
      `${url}\n`,
      defaultCredentials.enterpriseId,
      defaultCredentials.syncToken,
      defaultCredentials.asyncToken,
    ]) {
      expect(printed.out).toContain(word);
    }
    const line = printed.out.split('\n').find((candidate) => candidate.includes('curl')) ?? '';
    const { stdout } = await run('sh', ['-c', line.replace('curl', 'curl -sS')]);
    expect(JSON.parse(stdout)).toHaveProperty('data');
  });

  it('prints nothing else for any request', async () => {
    const { printed, url, child } = await start('--port', '0');
    const before = printed.out;
    const lead = `${url}/autoupdate/v2/enterprise/e/lead`;
    const headers = {
      authorization: `Bearer ${defaultCredentials.syncToken}`,
      'content-type': 'application/json',
    };
    for (const body of [
      '{"fields":{"email":"jane@secret.example"}}',
      '{"fields":{"a":{}}}',
      '{"a',
    ]) {
      for (const prefer of ['code=400', 'dynamic=true', 'wait=1']) {
        await fetch(lead, { method: 'POST', headers: { ...headers, prefer }, body });
      }
    }
    await fetch(lead, { method: 'POST', headers: { authorization: 'Bearer secret' } });
    await abortRequest(new URL(lead));
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(printed).toEqual({ out: before, err: '' });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('finishes and exits with 0 on %s', async (name) => {
    const { child, url } = await start('--port', '0');
    await fetch(`${url}/_sandbox/health`);
    const started = performance.now();
    child.kill(name);
    expect(await once(child, 'exit')).toEqual([0, null]);
    // Within five seconds, plus a margin for busy machines.
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it('listens on the given port', async () => {
    const mock = await startMock();
    await mock.close();
    const { url } = await start(`--port=${mock.port}`, '--host', 'localhost');
    expect(url).toBe(`http://localhost:${mock.port}`);
    expect((await fetch(`${url}/_sandbox/health`)).status).toBe(200);
  });

  it('reports in one line that the port is in use', async () => {
    const mock = await startMock();
    mocks.push(mock);
    const { code, stdout, stderr } = await failing('--port', String(mock.port));
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(new RegExp(`^telecrm-mock: port ${mock.port} is in use: .*--port.*\n$`));
  });

  it('reports in one line that it cannot listen on an address', async () => {
    const { code, stderr } = await failing('--port', '0', '--host', '192.0.2.1');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^telecrm-mock: 192\.0\.2\.1 is not an address of this machine.*\n$/);
  });

  it.each([
    [['--prot', '4010'], '--prot'],
    [['--port'], '--port'],
    [['--port', 'http'], '--port must be a whole number'],
    [['--port', '65536'], '--port must be a whole number'],
    [['--port', '-1'], '--port'],
    [['--port', '1.5'], '--port must be a whole number'],
    [['--host', ''], '--host needs an address'],
    [['4010'], '4010'],
  ])('rejects %j in one line', async (args, why) => {
    const { code, stdout, stderr } = await failing(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^telecrm-mock: [^\n]+\n$/);
    expect(stderr).toContain(why);
  });

  it('prints its help', async () => {
    const { stdout } = await run(process.execPath, [bin, '--help']);
    for (const flag of ['--port', '--host', '--version', '--help']) expect(stdout).toContain(flag);
    expect((await run(process.execPath, [bin, '-h'])).stdout).toBe(stdout);
  });

  it('prints its version', async () => {
    expect((await run(process.execPath, [bin, '--version'])).stdout).toBe(`${manifest.version}\n`);
  });
});

/** Sends half of a body and closes the connection. */
async function abortRequest({ port, hostname, pathname }: URL): Promise<void> {
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(
    `POST ${pathname} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${defaultCredentials.syncToken}\r\n` +
      'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
  );
  socket.destroySoon();
  await once(socket, 'close');
}
