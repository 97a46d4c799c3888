import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const { resolve } = createRequire(import.meta.url);
const bin = join(dirname(resolve('@telecrm/mock/package.json')), 'bin.cjs');

/** A sandbox in a separate process. */
export interface SandboxProcess {
  readonly url: string;
  readonly port: number;
  /** Milliseconds from the start of the process to its first response. */
  readonly startUp: number;
  /** Resident memory in MB. */
  memory(): Promise<number>;
  /** Kills it like `kill -9`. */
  kill(): Promise<void>;
  /** Stops it like Ctrl-C. */
  stop(): Promise<void>;
}

/** Starts a sandbox without rate limits; the flags select its storage. */
export async function startSandbox(...flags: string[]): Promise<SandboxProcess> {
  const began = performance.now();
  const limits = ['--rate-limit', '1000000000', '--async-delay', '0'];
  const child = spawn(process.execPath, [bin, '--port', '0', ...limits, ...flags], { env: {} });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  const url = await urlOf(child);
  while ((await statusOf(`${url}/_sandbox/health`)) !== 200) await setTimeout(2);
  const startUp = performance.now() - began;
  return {
    url,
    port: Number(new URL(url).port),
    startUp,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    async memory() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
    },
  };
}

async function urlOf(child: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        output += String(chunk);
        const [url] = /http:\/\/\S+/.exec(output) ?? [];
        if (url && output.includes('curl')) resolve(url);
      });
    }
    child.once('exit', () => reject(new Error(`The sandbox has ended: ${output}`)));
  });
}

async function statusOf(url: string): Promise<number> {
  const response = await fetch(url).catch(() => undefined);
  await response?.arrayBuffer();
  return response?.status ?? 0;
}
