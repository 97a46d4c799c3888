/** The process that makes the calls. It is told what to do by its argument and prints what it saw, both in JSON. */
import { openConnection } from './connection.ts';
import { type Kind, requestOf } from './requests.ts';

export interface Load {
  kind: Kind;
  port: number;
  base: string;
  connections: number;
  /** The number of the first request. */
  from: number;
  /** How many leads there are to search for. */
  leads: number;
  /** It ends after so many seconds, or so many requests. */
  seconds?: number;
  requests?: number;
}

export interface Measured {
  requests: number;
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Answers other than a success. */
  failures: number;
}

async function run(load: Load): Promise<Measured> {
  const { connections, seconds = 600, requests = Number.POSITIVE_INFINITY } = load;
  const times: number[] = [];
  let failures = 0;
  let next = load.from;
  const started = performance.now();
  const until = started + seconds * 1000;
  const last = load.from + requests;
  const workers = Array.from({ length: connections }, async () => {
    const connection = await openConnection(load.port);
    while (next < last && performance.now() < until) {
      const request = requestOf(load.kind, load.base, next++, load.leads);
      const began = performance.now();
      const status = await connection.send(request);
      times.push(performance.now() - began);
      if (status >= 300) failures++;
    }
    connection.close();
  });
  await Promise.all(workers);
  const took = (performance.now() - started) / 1000;
  const sorted = Float64Array.from(times).sort();
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return {
    requests: times.length,
    perSecond: times.length / took,
    p50: at(0.5),
    p99: at(0.99),
    failures,
  };
}

console.log(JSON.stringify(await run(JSON.parse(process.argv[2] ?? '{}'))));
