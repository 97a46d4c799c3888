import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runtime } from './runtime.ts';

/** Starts a worker in workerd, the runtime of Cloudflare Workers, with these variables; `await using` stops it. */
export async function startWorker(script: string, env: Record<string, string> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-worker-'));
  await writeFile(join(folder, 'worker.js'), script);
  await writeFile(join(folder, 'config.capnp'), configuration(env));
  const worker = spawn(
    runtime('workerd', 'bin/workerd'),
    ['serve', '--control-fd=3', 'config.capnp'],
    {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    },
  );
  let errorOutput = '';
  const [, , errors, control] = worker.stdio;
  errors?.on('data', (chunk) => {
    errorOutput += String(chunk);
  });
  const exit = once(worker, 'exit');
  const port = await new Promise<number>((resolve, reject) => {
    // The only output of workerd there is its address.
    control?.on('data', (chunk) => resolve(JSON.parse(String(chunk)).port));
    worker.once('close', () => reject(new Error(`workerd has ended: ${errorOutput}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    /** The error output of the runtime. */
    errorOutput: () => errorOutput,
    async [Symbol.asyncDispose]() {
      worker.kill('SIGKILL');
      await exit;
      await rm(folder, { recursive: true });
    },
  };
}

/** The configuration in Cap'n Proto's text format, with JSON strings. The worker can connect only to this machine. */
function configuration(env: Record<string, string>): string {
  const bindings = Object.entries(env).map(
    ([name, text]) => `(name = ${JSON.stringify(name)}, text = ${JSON.stringify(text)})`,
  );
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker", esModule = embed "worker.js")],
      compatibilityDate = "2026-01-01",
      bindings = [${bindings.join(', ')}]
    )),
    (name = "internet", network = (allow = ["local"]))
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]
);
`;
}
