import autocannon from 'autocannon';
import { type Call, requestOf } from './requests.ts';

/** The load of a server. */
export interface Load {
  call: Call;
  port: number;
  base: string;
  connections: number;
  /** The number of the first request. */
  from: number;
  /** The number of existing leads to search for. */
  leads: number;
  /** It ends after this number of whole seconds, or of requests. */
  seconds?: number;
  requests?: number;
}

export interface Measured {
  requests: number;
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Unsuccessful responses, and failed connections. */
  failures: number;
  /**
   * The share of the time in which the generator was using the CPU: near 1, the generator is the bottleneck, not the
   * server.
   */
  generatorLoad: number;
}

/** Sends requests on persistent connections, one at a time on each, and measures the responses. */
export async function runLoad(load: Load): Promise<Measured> {
  const { call, base, port, connections, leads, seconds = 600, requests } = load;
  let next = load.from;
  const first = requestOf(call, base, next, leads);
  const options: autocannon.Options = {
    url: `http://127.0.0.1:${port}`,
    connections,
    ...(requests === undefined ? { duration: seconds } : { amount: requests }),
    requests: [
      {
        ...first,
        setupRequest: (request) => ({ ...request, ...requestOf(call, base, next++, leads) }),
      },
    ],
  };
  const times: number[] = [];
  const cpu = process.cpuUsage();
  const started = performance.now();
  let ended = started;
  const { non2xx, errors } = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(options, (error, result) => (error ? reject(error) : resolve(result)));
    // autocannon's histogram has whole milliseconds only, and its runs last whole seconds.
    run.on('response', (_client, _status, _bytes, milliseconds) => {
      times.push(milliseconds);
      ended = performance.now();
    });
  });
  const { user, system } = process.cpuUsage(cpu);
  const took = ended - started;
  const sorted = Float64Array.from(times).sort();
  const percentile = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return {
    requests: times.length,
    perSecond: times.length / (took / 1000),
    p50: percentile(0.5),
    p99: percentile(0.99),
    failures: non2xx + errors,
    generatorLoad: (user + system) / 1000 / took,
  };
}
