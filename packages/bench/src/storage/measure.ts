import { median } from '../median.ts';
import { generateLoad } from './load.ts';
import { type SandboxProcess, startSandbox } from './sandbox-process.ts';

/** The load of a throughput measurement. */
export interface ThroughputLoad {
  readonly processes: number;
  /** The number of leads, of all processes together. */
  readonly requests: number;
  /** The number of clients of each process; each waits for a response before its next request. */
  readonly clients: number;
}

/** The leads per second that one or several processes create. The flags select their shared storage. */
export async function createThroughput(
  flags: readonly string[],
  { processes, requests, clients }: ThroughputLoad,
): Promise<number> {
  const running = await Promise.all(
    Array.from({ length: processes }, () => startSandbox(...flags)),
  );
  try {
    const load = (server: SandboxProcess, first: number, count: number) =>
      generateLoad({
        ...{ call: 'create lead', port: server.port, connections: clients, leads: 1 },
        ...{ from: first, requests: count },
      });
    const share = Math.ceil(requests / processes);
    const warmUp = Math.ceil(share / 5);
    const block = share + warmUp;
    const rates = await Promise.all(
      running.map(async (server, index) => {
        await load(server, index * block, warmUp);
        return (await load(server, index * block + warmUp, share)).perSecond;
      }),
    );
    return rates.reduce((sum, rate) => sum + rate, 0);
  } finally {
    await Promise.all(running.map((server) => server.kill()));
  }
}

/** The median time from the start of a process to its first response, in milliseconds. */
export async function startUp(flags: readonly string[], rounds: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const server = await startSandbox(...flags);
    times.push(server.startUp);
    await server.stop();
  }
  return median(times);
}

/** Fills a sandbox with leads of increasing numbers. */
export async function fill(flags: readonly string[], leads: number): Promise<void> {
  const server = await startSandbox(...flags);
  try {
    await createLeads(server, leads);
  } finally {
    await server.stop();
  }
}

/** Creates leads of increasing numbers in a running sandbox. */
export async function createLeads({ port }: SandboxProcess, leads: number): Promise<void> {
  await generateLoad({
    ...{ call: 'create lead', port, connections: Math.min(20, leads), from: 0, leads: 1 },
    requests: leads,
  });
}
