import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';

const script = fileURLToPath(new URL('../start.ts', import.meta.url));
const announced = 'Ctrl-C stops both.';

/** Starts the script with a fake turbo that builds nothing: the packages are built before these tests run. */
async function start(args: string[] = [], { turbo = 'exit 0' } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-start-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'turbo'), `#!/bin/sh\n${turbo}\n`);
  await chmod(join(folder, 'turbo'), 0o755);
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` },
    // In its own process group, so that it can be signaled as a terminal does.
    detached: true,
  });
  const running = { out: '', err: '', exitCode: undefined as number | null | undefined };
  child.stdout.on('data', (data) => {
    running.out += data;
  });
  child.stderr.on('data', (data) => {
    running.err += data;
  });
  const closed = once(child, 'close').then(([code]) => {
    running.exitCode = code;
    return running;
  });
  const signal = (name: NodeJS.Signals) => child.pid && process.kill(-child.pid, name);
  onTestFinished(async () => {
    if (running.exitCode === undefined) signal('SIGKILL');
    await closed;
  });
  return { running, closed, signal };
}

/** Runs a pasted curl command in a shell with a replacement for curl, which may not be installed. */
async function paste(command: string): Promise<Response> {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  const { stdout } = await promisify(execFile)('sh', ['-c', script]);
  const { values, positionals } = parseArgs({
    args: stdout.split('\0').slice(0, -1),
    allowPositionals: true,
    options: {
      header: { type: 'string', short: 'H', multiple: true, default: [] },
      data: { type: 'string', short: 'd' },
      request: { type: 'string', short: 'X' },
    },
  });
  const headers = new Headers();
  for (const line of values.header)
    headers.append(line.split(': ')[0] ?? '', line.replace(/.+?: /, ''));
  return fetch(positionals[0] ?? '', {
    method: values.request ?? (values.data === undefined ? 'GET' : 'POST'),
    headers,
    ...(values.data !== undefined && { body: values.data }),
  });
}

/** Starts the script on free ports and waits until it serves. */
async function serving(args = ['--docs-port=0', '--mock-port=0']) {
  const started = await start(args);
  await expect.poll(() => started.running.out, { timeout: 15_000 }).toContain(announced);
  const [docs = '', mock = ''] = started.running.out.match(/(?<=^(Docs|Sandbox) +)http\S+/gm) ?? [];
  return { ...started, docs, mock };
}

async function busyPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  // The address of a TCP server is an object while it is listening.
  return (server.address() as AddressInfo).port;
}

it('serves both addresses', async () => {
  const { docs, mock } = await serving();
  expect(await (await fetch(docs)).text()).toContain('telecrm API');
  expect((await fetch(`${mock}/_sandbox/health`)).status).toBe(200);
});

it('prints a curl command that works when it is pasted', async () => {
  const { running } = await serving();
  const response = await paste(running.out.match(/^curl .*$/m)?.[0] ?? '');
  expect(response.status).toBe(200);
  expect(await response.json()).toHaveProperty('data');
});

it('serves the first calls of the landing page', async () => {
  const { docs, mock } = await serving();
  const page = await (await fetch(docs)).text();
  const calls = [...page.matchAll(/<code data-language="bash">(curl[\s\S]+?)<\/code>/g)].map(
    ([, call = '']) => textOf(call).replaceAll('http://127.0.0.1:4010', mock),
  );
  expect(calls.length).toBeGreaterThan(0);
  for (const call of calls) {
    const response = await paste(call);
    expect(response.status).toBe(200);
    expect(await response.json()).toBeTypeOf('object');
  }
});

/** The text that is copied from the code on a page. */
function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&#(?:x27|39);/g, "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

it('uses a free port instead of one in use, and prints it', async () => {
  const [docsPort, mockPort] = [await busyPort(), await busyPort()];
  const { running, docs, mock } = await serving([
    `--docs-port=${docsPort}`,
    `--mock-port=${mockPort}`,
  ]);
  expect(running.out).toContain(`Port ${docsPort} is busy, the docs took ${new URL(docs).port}`);
  expect(running.out).toContain(`Port ${mockPort} is busy, the mock took ${new URL(mock).port}`);
  expect((await fetch(docs)).status).toBe(200);
});

it.each(['SIGINT', 'SIGTERM'] as const)('exits cleanly on %s and frees the ports', async (name) => {
  const { closed, signal, docs, mock } = await serving();
  signal(name);
  const { exitCode, err } = await closed;
  expect(exitCode).toBe(0);
  expect(err).toBe('');
  await expect(fetch(docs)).rejects.toThrow();
  await expect(fetch(mock)).rejects.toThrow();
});

it('exits cleanly on Ctrl-C during the build', async () => {
  const { running, closed, signal } = await start([], { turbo: 'exec sleep 30' });
  await expect.poll(() => running.out, { timeout: 10_000 }).toContain('Building');
  signal('SIGINT');
  expect((await closed).exitCode).toBe(0);
});

it('rejects an invalid option in one line', async () => {
  const { closed } = await start(['--docs-port', 'abc']);
  const { exitCode, err } = await closed;
  expect(exitCode).toBe(1);
  expect(err).toBe('start: --docs-port takes a whole number from 0 to 65535, not "abc"\n');
});

it('shows the output of a build that fails, and no stack trace', async () => {
  const { closed } = await start([], { turbo: 'echo "docs: sync.json: broken" >&2; exit 1' });
  const { exitCode, err } = await closed;
  expect(exitCode).toBe(1);
  expect(err).toBe('docs: sync.json: broken\nstart: the build failed, see above\n');
});
