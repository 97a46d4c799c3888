import { setTimeout } from 'node:timers/promises';
import { type Damage, damageOf } from './crash-check.ts';
import { type CallResult, loadUntil, nothingAcknowledged } from './crash-load.ts';
import { type SandboxProcess, startSandbox } from './sandbox-process.ts';

/** The sandboxes to replace, and how often. */
export interface RollingPlan {
  /** The flags that select their storage. */
  readonly flags: readonly string[];
  readonly processes: number;
  /** Each replaces the oldest process. */
  readonly replacements: number;
  readonly clients: number;
}

/** The result of rolling updates. */
export interface RollingResult extends Damage {
  readonly acknowledged: number;
  /** Responses with 503 and `Retry-After`, and connections that a process refused after it was stopped. */
  readonly retriable: number;
  /** Any other failures. */
  readonly failures: readonly string[];
}

/** How long a process accepts requests after SIGTERM, and after which time clients know, in milliseconds. */
const shutdownDelayMs = 600;
const noticedAfterMs = 300;

/** Repeatedly replaces the oldest process of a sandbox under load, as a rolling update does, and checks the stored data. */
export async function roll(plan: RollingPlan): Promise<RollingResult> {
  const { processes, replacements, clients } = plan;
  const flags = [...plan.flags, '--shutdown-delay-ms', String(shutdownDelayMs)];
  const running = await Promise.all(
    Array.from({ length: processes }, () => startSandbox(...flags)),
  );
  const serving = [...running];
  const stopped = new Set<SandboxProcess>();
  const failures: string[] = [];
  let retriable = 0;
  let next = 0;
  const onResult = (target: SandboxProcess, result: CallResult) => {
    const problem = problemOf(result, stopped.has(target));
    if (problem === 'retriable') retriable++;
    else if (problem !== undefined) failures.push(problem);
  };
  const acknowledged = nothingAcknowledged();
  const stop = new AbortController();
  const targetOf = () => serving[next++ % serving.length] as SandboxProcess;
  const loads = Array.from({ length: clients }, () =>
    loadUntil(stop.signal, targetOf, acknowledged, onResult),
  );
  try {
    for (let count = 0; count < replacements; count++) {
      const added = await startSandbox(...flags);
      running.push(added);
      serving.push(added);
      const old = running[0];
      if (old === undefined) throw new Error('There are always processes');
      stopped.add(old);
      const ended = old.stop();
      await setTimeout(noticedAfterMs);
      serving.splice(serving.indexOf(old), 1);
      await ended;
      running.shift();
    }
    stop.abort();
    await Promise.all(loads);
    const damage = await damageOf(targetOf(), acknowledged);
    const { leads, queues } = acknowledged;
    const queued = [...queues.values()].reduce((sum, { length }) => sum + length, 0);
    return { ...damage, acknowledged: leads.size + queued, retriable, failures };
  } finally {
    stop.abort();
    await Promise.all(running.map((one) => one.kill()));
  }
}

/** What is wrong with the result of a call: nothing, a failure that is documented and can be retried, or another one. */
function problemOf(result: CallResult, isStopped: boolean): string | undefined {
  if ('error' in result) {
    const code = String(Object(Object(result.error).cause).code);
    return isStopped && code === 'ECONNREFUSED' ? 'retriable' : `${result.error} (${code})`;
  }
  const { status, headers } = result;
  if (status === 200 || status === 201) return undefined;
  return status === 503 && headers.has('retry-after') ? 'retriable' : String(status);
}
