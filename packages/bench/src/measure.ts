import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Load, Measured } from './load.ts';
import { type Kind, kinds } from './requests.ts';
import { type Name, type Server, startServer } from './server.ts';

const script = fileURLToPath(new URL('load.ts', import.meta.url));

/** What one server was seen to do. */
export interface Figures {
  startUp: number;
  memory: number;
  load: Record<Kind, Measured>;
}

/** How the sandbox does with many leads. */
export interface Filled {
  leads: number;
  memory: number;
  search: Measured;
}

export interface Effort {
  /** Each server is started and put under each load so often; the median counts. */
  rounds: number;
  seconds: number;
  connections: number;
  leads: number;
}

/** Both servers, turn by turn, so that what else the machine does befalls both. */
export async function compare(effort: Effort): Promise<Record<Name, Figures>> {
  const seen: Record<Name, Figures[]> = { sandbox: [], prism: [] };
  for (let round = 0; round < effort.rounds; round++) {
    for (const name of ['prism', 'sandbox'] as const) {
      seen[name].push(await measured(await startServer(name), effort));
    }
  }
  return { sandbox: median(seen.sandbox), prism: median(seen.prism) };
}

async function measured(server: Server, { seconds, connections }: Effort): Promise<Figures> {
  try {
    const { port, base, startUp } = server;
    const load: Partial<Figures['load']> = {};
    let from = 0;
    for (const kind of kinds) {
      const wanted = { kind, port, base, connections, leads: Math.max(1, from) };
      // Code has to be warm; what is created meanwhile counts for the searches.
      const warm = await put({ ...wanted, from, seconds: seconds / 3 });
      from += kind === 'create lead' ? warm.requests : 0;
      const before = await server.processorTime();
      const result = await put({ ...wanted, from, seconds, leads: Math.max(1, from) });
      result.processor = ((await server.processorTime()) - before) / result.requests;
      from += kind === 'create lead' ? result.requests : 0;
      load[kind] = result;
    }
    // Each kind has just been put in.
    return { startUp, memory: await server.memory(), load: load as Figures['load'] };
  } finally {
    await server.stop();
  }
}

/** Fills a sandbox and searches it by identifier. */
export async function fill({ leads, seconds, connections }: Effort): Promise<Filled> {
  const server = await startServer('sandbox');
  try {
    const { port, base } = server;
    const create = await put({
      ...{ kind: 'create lead', port, base, connections: 20 },
      ...{ from: 0, leads, requests: leads },
    });
    if (create.failures > 0) throw new Error(`${create.failures} leads were not created`);
    const search = await put({
      ...{ kind: 'search by identifier', port, base, connections },
      ...{ from: 0, leads, seconds },
    });
    return { leads, memory: await server.memory(), search };
  } finally {
    await server.stop();
  }
}

/** Load comes from another process: the server's own would share its one core. */
async function put(load: Load): Promise<Measured> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(load)]);
  const result: Measured = JSON.parse(stdout);
  if (result.failures > 0) throw new Error(`${load.kind}: ${result.failures} calls failed`);
  return result;
}

/** The middle one by the throughput of each load, and by start-up and memory. */
function median(all: readonly Figures[]): Figures {
  const middle = <T>(items: readonly T[], by: (item: T) => number): T => {
    const sorted = [...items].sort((a, b) => by(a) - by(b));
    const found = sorted[Math.floor(sorted.length / 2)];
    if (found === undefined) throw new Error('Nothing was measured');
    return found;
  };
  const load = Object.fromEntries(
    kinds.map((kind) => [
      kind,
      middle(
        all.map((figures) => figures.load[kind]),
        ({ perSecond }) => perSecond,
      ),
    ]),
  );
  return {
    startUp: middle(all, ({ startUp }) => startUp).startUp,
    memory: middle(all, ({ memory }) => memory).memory,
    // All kinds are in it.
    load: load as Figures['load'],
  };
}
