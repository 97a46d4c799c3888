import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { bundlePath } from '@telecrm/spec';
import { openConnection } from './connection.ts';
import { requestOf } from './requests.ts';

/** A server that is being measured. */
export interface Server {
  port: number;
  /** The path before `/enterprise`. */
  base: string;
  /** Milliseconds from the start of the process to its first answer. */
  startUp: number;
  /** Resident memory in MB. */
  memory(): Promise<number>;
  /** Milliseconds of processor time used so far; unlike throughput, it hardly depends on what else is running. */
  processorTime(): Promise<number>;
  stop(): Promise<void>;
}

export type Name = 'sandbox' | 'prism';

const folderOf = (name: string) =>
  dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

const commands: Record<Name, { base: string; args(port: number): string[] }> = {
  sandbox: {
    base: '/autoupdate/v2',
    args: (port) => [join(folderOf('@telecrm/mock'), 'dist/bin.js'), '--port', String(port)],
  },
  prism: {
    // Prism does not serve the base path.
    base: '',
    args: (port) => [
      join(folderOf('@stoplight/prism-cli'), 'dist/index.js'),
      ...['mock', bundlePath('sync', 'json'), '-p', String(port), '-h', '127.0.0.1'],
      // Its log costs time that the sandbox would not pay for.
      ...['-v', 'silent'],
    ],
  },
};

export async function startServer(name: Name): Promise<Server> {
  const { base, args } = commands[name];
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, args(port), { stdio: 'ignore' });
  try {
    await firstAnswer(child, port, base);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return {
    port,
    base,
    startUp: performance.now() - started,
    memory: () => residentMemory(child),
    processorTime: () => processorTime(child),
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function firstAnswer(child: ChildProcess, port: number, base: string): Promise<void> {
  const request = requestOf('get lead', base, 0, 1);
  for (const deadline = performance.now() + 30_000; performance.now() < deadline; ) {
    if (child.exitCode !== null) throw new Error(`The server has ended with ${child.exitCode}`);
    try {
      const connection = await openConnection(port);
      const status = await connection.send(request);
      connection.close();
      if (status === 200) return;
      throw new Error(`The first answer is a ${status}`);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }
  throw new Error('The server has not answered within 30 seconds');
}

async function residentMemory({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

async function processorTime({ pid }: ChildProcess): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The name in front may hold spaces; user and system time are the 12th and 13th after it, in hundredths of a second.
  const numbers = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(numbers[11]) + Number(numbers[12])) * 10;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port');
  return address.port;
}
