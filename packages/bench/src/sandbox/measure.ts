import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median } from '../median.ts';
import type { Name } from './commands.ts';
import type { Load, Measured } from './load.ts';
import type { Kind } from './requests.ts';
import { startServer } from './server.ts';

const script = fileURLToPath(new URL('load.ts', import.meta.url));

/** What a server did under one kind of load, or why it was not put under it. */
export type Outcome = Pick<Measured, 'perSecond' | 'p99'> | { refused: string };

/** What one server was seen to do. */
export interface Figures {
  startUp: number;
  memory: number;
  load: Record<Kind, Outcome>;
}

export interface Effort {
  /** How often each server is started and put under each load; the median counts. */
  rounds: Record<Name, number>;
  seconds: number;
  connections: number;
  leads: number;
}

/** All servers, turn by turn, so that what else the machine does befalls all. */
export async function compare(effort: Effort): Promise<Record<Name, Figures>> {
  const seen: Record<Name, Figures[]> = { sandbox: [], Prism: [], Steady: [], Scalar: [] };
  for (let round = 0; round < Math.max(...Object.values(effort.rounds)); round++) {
    for (const name of ['Prism', 'sandbox', 'Steady', 'Scalar'] as const) {
      if (round < effort.rounds[name]) seen[name].push(await measured(name, effort));
    }
  }
  return {
    sandbox: middle(seen.sandbox),
    Prism: middle(seen.Prism),
    Steady: middle(seen.Steady),
    Scalar: middle(seen.Scalar),
  };
}

async function measured(name: Name, { seconds, connections }: Effort): Promise<Figures> {
  const server = await startServer(name);
  try {
    const { port, base, startUp } = server;
    // The first is made by looking whether that works.
    let created = 1;
    const under = async (kind: Kind): Promise<Outcome> => {
      const status = await server.status(kind);
      if (status >= 300) return { refused: `answers ${status}` };
      const load = () => ({ kind, port, base, connections, from: created, leads: created });
      // Code has to be warm; what is created meanwhile counts for the searches.
      const warm = await put({ ...load(), seconds: seconds / 3 });
      if (kind === 'create lead') created += warm.requests;
      const result = await put({ ...load(), seconds });
      if (kind === 'create lead') created += result.requests;
      return result;
    };
    const load = {
      'create lead': await under('create lead'),
      'get lead': await under('get lead'),
      'search by identifier': await under('search by identifier'),
    };
    return { startUp, memory: await server.memory(), load };
  } finally {
    await server.stop();
  }
}

/** How the sandbox does with many leads. */
export interface Filled {
  leads: number;
  memory: number;
  search: Measured;
}

/** Fills a sandbox and searches it by identifier. */
export async function fill({ leads, seconds, connections }: Effort): Promise<Filled> {
  const server = await startServer('sandbox');
  try {
    const { port, base } = server;
    await put({
      ...{ kind: 'create lead', port, base, connections: 20 },
      ...{ from: 0, leads, requests: leads },
    });
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

/** Figure by figure the middle one. */
function middle(all: readonly Figures[]): Figures {
  const of = (kind: Kind): Outcome => {
    const outcomes = all.map(({ load }) => load[kind]);
    const done = outcomes.filter((outcome) => 'perSecond' in outcome);
    const [refused] = outcomes.filter((outcome) => 'refused' in outcome);
    return (
      refused ?? {
        perSecond: median(done.map(({ perSecond }) => perSecond)),
        p99: median(done.map(({ p99 }) => p99)),
      }
    );
  };
  return {
    startUp: median(all.map(({ startUp }) => startUp)),
    memory: median(all.map(({ memory }) => memory)),
    load: {
      'create lead': of('create lead'),
      'get lead': of('get lead'),
      'search by identifier': of('search by identifier'),
    },
  };
}
