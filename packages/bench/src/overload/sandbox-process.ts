import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** A hosted sandbox in a separate process. */
export interface SandboxProcess {
  readonly url: string;
  readonly port: number;
  /** The URL of the port for probes. */
  readonly healthUrl: string;
  control(method: string, path: string): Promise<Response>;
  /** The phone numbers of all leads. */
  phones(): Promise<Set<string>>;
  /** Delays of its event loop since they were last read, in milliseconds. They are what its own work makes others wait. */
  eventLoopDelays(): Promise<Record<'p50' | 'p99' | 'max', number>>;
  /** Resident memory in MB. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

interface LeadPage {
  readonly total_count: number;
  readonly data: readonly { fields: { phone: string } }[];
}

const controlToken = 'bench-control-token';
const bin = fileURLToPath(import.meta.resolve('@telecrm/mock/package.json')).replace(
  'package.json',
  'bin.cjs',
);

/** Makes it reachable from other machines, because load limits apply only then. */
export async function startProcess(...flags: string[]): Promise<SandboxProcess> {
  const service = ['--host', '0.0.0.0', '--control-token', controlToken, '--log-format', 'json'];
  const limits = [
    '--rate-limit',
    '1000000000',
    '--async-delay',
    '0',
    '--metrics',
    '--health-port',
    '0',
  ];
  const child = spawn(process.execPath, [bin, '--port', '0', ...service, ...limits, ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let head = '';
  const listening = Promise.withResolvers<[url: string, healthUrl: string]>();
  child.stdout.on('data', (chunk) => {
    // Afterwards there is one line per request.
    if (head.length > 10_000) return;
    head += chunk;
    const [, found, health] = /"url":"([^"]+)","healthUrl":"([^"]+)"/.exec(head) ?? [];
    if (found && health) listening.resolve([found, health]);
  });
  child.once('exit', (code) => listening.reject(new Error(`It has ended with ${code}`)));
  const [url = '', healthUrl = ''] = (await listening.promise).map((one) =>
    one.replace('localhost', '127.0.0.1'),
  );
  const headers = { authorization: `Bearer ${controlToken}` };
  const control = (method: string, path: string) =>
    fetch(`${url}/_sandbox/workspaces/ent_sandbox${path}`, { method, headers });
  return {
    url,
    healthUrl,
    port: Number(new URL(url).port),
    control,
    async phones() {
      const all = new Set<string>();
      for (let skip = 0, total = 1; skip < total; skip += 1000) {
        const response = await control('GET', `/leads?limit=1000&skip=${skip}`);
        const page = (await response.json()) as LeadPage; // What the control surface describes.
        total = page.total_count;
        for (const { fields } of page.data) all.add(fields.phone);
      }
      return all;
    },
    async eventLoopDelays() {
      const response = await fetch(`${url}/_sandbox/metrics`, { headers });
      const text = await response.text();
      const value = (name: string) => {
        const [, seconds] =
          new RegExp(`^nodejs_eventloop_lag_${name}_seconds (\\S+)`, 'm').exec(text) ?? [];
        return Math.round(Number(seconds) * 10_000) / 10;
      };
      return { p50: value('p50'), p99: value('p99'), max: value('max') };
    },
    async memory() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
      return Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024);
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
