import { setTimeout } from 'node:timers/promises';

/** The durations of the health checks, in milliseconds. */
export interface HealthDelays {
  readonly checks: number;
  readonly failures: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** Calls the health check continuously, each time on a new connection, like an orchestrator. */
export function watchHealth(url: string): { stop(): Promise<HealthDelays> } {
  const delays: number[] = [];
  let failures = 0;
  let isStopped = false;
  const watch = async () => {
    while (!isStopped) {
      const began = performance.now();
      const isFine = await fetch(`${url}/_sandbox/health`, {
        headers: { connection: 'close' },
      }).then(
        async (response) => (await response.arrayBuffer()) && response.ok,
        () => false,
      );
      delays.push(performance.now() - began);
      if (!isFine) failures++;
      await setTimeout(50);
    }
  };
  const watching = watch();
  return {
    async stop() {
      isStopped = true;
      await watching;
      const sorted = delays.toSorted((a, b) => a - b);
      const at = (share: number) =>
        Math.round((sorted[Math.floor(sorted.length * share)] ?? Number.NaN) * 10) / 10;
      const max = Math.round((sorted.at(-1) ?? Number.NaN) * 10) / 10;
      return { checks: delays.length, failures, p50: at(0.5), p99: at(0.99), max };
    },
  };
}
