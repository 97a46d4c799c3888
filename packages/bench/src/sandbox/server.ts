import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { type Call, type HttpRequest, invalidRequest, requestOf } from './requests.ts';
import type { ServerCommand } from './servers.ts';

/** A server to be measured. */
export interface Server {
  port: number;
  /** The path before `/enterprise`. */
  base: string;
  /** Milliseconds from the start of the process to its first response. */
  startUp: number;
  /** The status of its response to a call of this kind. */
  status(call: Call): Promise<number>;
  /** Resident memory in MB. */
  memory(): Promise<number>;
  /** Its output on stdout and stderr. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts a server and checks that it validates if it should: a peer must not be faster by doing less. */
export async function startServer(command: ServerCommand): Promise<Server> {
  const { base, program, args, validates } = command;
  const port = await freePort();
  const started = performance.now();
  const child = spawn(program, args(port), { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
    });
  }
  const send = (request: HttpRequest) => statusOf(port, request);
  const stop = async () => {
    if (child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  try {
    await firstResponse(child, () => send(requestOf('get lead', base, 0, 1)));
    const startUp = performance.now() - started;
    const rejects = (await send(invalidRequest(base))) >= 400;
    if (rejects !== validates) {
      throw new Error(
        `${program} ${rejects ? 'rejects' : 'accepts'} a request that the spec forbids: ${args(port)}`,
      );
    }
    return {
      port,
      base,
      startUp,
      status: (call) => send(requestOf(call, base, 0, 1)),
      memory: () => residentMemory(child),
      output: () => output,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function firstResponse(child: ChildProcess, send: () => Promise<number>): Promise<void> {
  for (const deadline = performance.now() + 30_000; performance.now() < deadline; ) {
    if (child.exitCode !== null) throw new Error(`The server has ended with ${child.exitCode}`);
    try {
      await send();
      return;
    } catch {
      // The server does not listen yet.
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }
  throw new Error('The server has not responded within 30 seconds');
}

async function statusOf(port: number, { path, body, ...rest }: HttpRequest): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { ...rest, body: body ?? null });
  await response.arrayBuffer();
  return response.status;
}

async function residentMemory({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  // The address of a TCP server is an object while it is listening.
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
