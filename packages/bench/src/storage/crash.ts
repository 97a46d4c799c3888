import { setTimeout } from 'node:timers/promises';
import { type Damage, damageOf } from './crash-check.ts';
import { type Acknowledged, loadUntil, nothingAcknowledged } from './crash-load.ts';
import { type SandboxProcess, startSandbox } from './sandbox-process.ts';

/** The sandbox to kill, and how often. */
export interface CrashPlan {
  /** The flags that select its storage. */
  readonly flags: readonly string[];
  /** The number of processes that share the storage. One of them is killed each time. */
  readonly processes: number;
  readonly kills: number;
  /** The number of clients of each process. */
  readonly clients: number;
  /** The maximum time under load before a kill, in milliseconds. */
  readonly maxLoadMs: number;
}

export interface CrashResult extends Damage {
  /** The total number of acknowledged requests. */
  readonly acknowledged: number;
  /** The maximum time from the start of the next process to its first response, in milliseconds. */
  readonly slowestStart: number;
}

/** The number of acknowledged requests before each kill. */
const minAcknowledged = 4;

/** Repeatedly kills a process of a sandbox under load at random moments, and checks the stored data. */
export async function crash(plan: CrashPlan): Promise<CrashResult> {
  const { flags, processes, kills, clients, maxLoadMs } = plan;
  const running = await Promise.all(
    Array.from({ length: processes }, () => startSandbox(...flags)),
  );
  const total = { acknowledged: 0, lost: 0, twice: 0, outOfOrder: 0, slowestStart: 0 };
  try {
    for (let kill = 0; kill < kills; kill++) {
      const acknowledged = nothingAcknowledged();
      const stop = new AbortController();
      const loads = running.flatMap((target) =>
        Array.from({ length: clients }, () => loadUntil(stop.signal, () => target, acknowledged)),
      );
      // A process that is killed before it has acknowledged anything cannot lose anything.
      for (let tries = 0; countOf(acknowledged) < minAcknowledged; tries++) {
        if (tries > 20_000) throw new Error('The sandbox acknowledges nothing');
        await setTimeout(1);
      }
      await setTimeout(Math.random() * maxLoadMs);
      const index = Math.floor(Math.random() * running.length);
      await running[index]?.kill();
      stop.abort();
      await Promise.all(loads);
      const next = await startSandbox(...flags);
      running[index] = next;
      total.slowestStart = Math.max(total.slowestStart, next.startUp);
      const { lost, twice, outOfOrder } = await damageOf(anyOf(running), acknowledged);
      total.lost += lost;
      total.twice += twice;
      total.outOfOrder += outOfOrder;
      total.acknowledged += countOf(acknowledged);
    }
    return total;
  } finally {
    await Promise.all(running.map((one) => one.kill()));
  }
}

function countOf({ leads, queues }: Acknowledged): number {
  return [...queues.values()].reduce((count, { length }) => count + length, leads.size);
}

function anyOf(running: readonly SandboxProcess[]): SandboxProcess {
  const one = running[Math.floor(Math.random() * running.length)];
  if (one === undefined) throw new Error('No process is running');
  return one;
}
