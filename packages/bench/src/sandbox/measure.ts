import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median } from '../median.ts';
import type { Load, Measured } from './load.ts';
import type { Call } from './requests.ts';
import { startServer } from './server.ts';
import { type ServerName, servers } from './servers.ts';

const run = promisify(execFile);
const loadProcess = fileURLToPath(new URL('programs/load-process.ts', import.meta.url));
const inProcess = fileURLToPath(new URL('programs/in-process.ts', import.meta.url));

/** The figures of a server under one kind of load, or the reason why it was not measured. */
export type Outcome = Pick<Measured, 'perSecond' | 'p99' | 'generatorLoad'> | { rejection: string };

/** The measurements of one server. */
export interface Figures {
  startUp: number;
  memory: number;
  load: Record<Call, Outcome>;
}

export interface Effort {
  /** How often each server is started and measured under each load; the result is the median. */
  rounds: Record<ServerName, number>;
  /** The requests of each kind of load: a number rather than a duration, so that all servers do the same work. */
  requests: number;
  connections: number;
  /** Seconds for the searches in a filled sandbox and for the one in process. */
  seconds: number;
  leads: number;
}

/** Measures all servers in turn, round by round, so that other activity on the machine affects all of them. */
export async function compare(effort: Effort): Promise<Record<ServerName, Figures>> {
  const seen: Record<ServerName, Figures[]> = {
    Prism: [],
    sandbox: [],
    Steady: [],
    Scalar: [],
    'bare node:http': [],
  };
  const names = Object.keys(seen) as ServerName[];
  for (let round = 0; round < Math.max(...Object.values(effort.rounds)); round++) {
    for (const name of names) {
      if (round < effort.rounds[name]) seen[name].push(await measure(name, effort));
    }
  }
  return {
    sandbox: medians(seen.sandbox),
    Prism: medians(seen.Prism),
    Steady: medians(seen.Steady),
    Scalar: medians(seen.Scalar),
    'bare node:http': medians(seen['bare node:http']),
  };
}

async function measure(name: ServerName, { requests, connections }: Effort): Promise<Figures> {
  const server = await startServer(servers[name]);
  try {
    const { port, base, startUp } = server;
    // The request that checks whether the call works creates the first lead.
    let created = 1;
    const underLoad = async (call: Call): Promise<Outcome> => {
      const status = await server.status(call);
      if (status >= 300) return { rejection: `responds with ${status}` };
      const load = () => ({ call, port, base, connections, from: created, leads: created });
      // Warms up the code; the leads created meanwhile are included in searches.
      const warmUp = await generateLoad({ ...load(), requests: Math.ceil(requests / 5) });
      if (call === 'create lead') created += warmUp.requests;
      const result = await generateLoad({ ...load(), requests });
      if (call === 'create lead') created += result.requests;
      return result;
    };
    const load = {
      'create lead': await underLoad('create lead'),
      'get lead': await underLoad('get lead'),
      'search by identifier': await underLoad('search by identifier'),
    };
    return { startUp, memory: await server.memory(), load };
  } finally {
    await server.stop();
  }
}

/** The figures of the sandbox with many leads. */
export interface Filled {
  leads: number;
  memory: number;
  search: Measured;
}

/** Fills a sandbox and searches it by identifier. */
export async function measureFilled({ leads, seconds, connections }: Effort): Promise<Filled> {
  const server = await startServer(servers.sandbox);
  try {
    const { port, base } = server;
    const common = { port, base, from: 0, leads };
    await generateLoad({ ...common, call: 'create lead', connections: 20, requests: leads });
    const search = await generateLoad({
      ...common,
      call: 'search by identifier',
      connections,
      seconds,
    });
    return { leads, memory: await server.memory(), search };
  } finally {
    await server.stop();
  }
}

/** Leads created per second by the sandbox in process, without a server: the median. */
export async function measureInProcess({ rounds, seconds }: Effort): Promise<number> {
  const seen: number[] = [];
  for (let round = 0; round < rounds.sandbox; round++) {
    const { stdout } = await run(process.execPath, [inProcess, String(seconds)]);
    seen.push(Number(stdout));
  }
  return median(seen);
}

/** The load generator runs in another process, because in the server's own it would compete for the thread. */
async function generateLoad(load: Load): Promise<Measured> {
  const { stdout } = await run(process.execPath, [loadProcess, JSON.stringify(load)]);
  const result: Measured = JSON.parse(stdout);
  if (result.failures > 0) throw new Error(`${load.call}: ${result.failures} calls failed`);
  return result;
}

/** The median of each figure. */
function medians(rounds: readonly Figures[]): Figures {
  const of = (call: Call): Outcome => {
    const outcomes = rounds.map(({ load }) => load[call]);
    const rejection = outcomes.find((outcome) => 'rejection' in outcome);
    if (rejection) return rejection;
    const done = outcomes.filter((outcome) => 'perSecond' in outcome);
    return {
      perSecond: median(done.map(({ perSecond }) => perSecond)),
      p99: median(done.map(({ p99 }) => p99)),
      generatorLoad: median(done.map(({ generatorLoad }) => generatorLoad)),
    };
  };
  return {
    startUp: median(rounds.map(({ startUp }) => startUp)),
    memory: median(rounds.map(({ memory }) => memory)),
    load: {
      'create lead': of('create lead'),
      'get lead': of('get lead'),
      'search by identifier': of('search by identifier'),
    },
  };
}
