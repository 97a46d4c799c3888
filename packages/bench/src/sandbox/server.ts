import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { commands, type Name } from './commands.ts';
import { openConnection } from './connection.ts';
import { type Kind, requestOf } from './requests.ts';

/** A server that is being measured. */
export interface Server {
  port: number;
  /** The path before `/enterprise`. */
  base: string;
  /** Milliseconds from the start of the process to its first answer. */
  startUp: number;
  /** The status of its answer to a request of this kind. */
  status(kind: Kind): Promise<number>;
  /** Resident memory in MB. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

export async function startServer(name: Name): Promise<Server> {
  const { base, program, args } = commands[name];
  const port = await freePort();
  const started = performance.now();
  const child = spawn(program, args(port), { stdio: 'ignore' });
  const status = (kind: Kind) => statusOf(port, requestOf(kind, base, 0, 1));
  try {
    await firstAnswer(child, () => status('get lead'));
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return {
    port,
    base,
    startUp: performance.now() - started,
    status,
    memory: () => residentMemory(child),
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function firstAnswer(child: ChildProcess, ask: () => Promise<number>): Promise<void> {
  for (const deadline = performance.now() + 30_000; performance.now() < deadline; ) {
    if (child.exitCode !== null) throw new Error(`The server has ended with ${child.exitCode}`);
    try {
      await ask();
      return;
    } catch (error) {
      // Nobody listens on the port yet.
      if (!(error instanceof Error && 'code' in error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }
  throw new Error('The server has not answered within 30 seconds');
}

async function statusOf(port: number, request: string): Promise<number> {
  const connection = await openConnection(port);
  try {
    return await connection.send(request);
  } finally {
    connection.close();
  }
}

async function residentMemory({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
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
