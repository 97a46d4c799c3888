/**
 * `pnpm --filter @telecrm/bench overload [--seconds 60] [--times 10]`: sends the sandbox many times the load that it
 * can process, and checks that it rejects the excess, stays healthy, and stores everything that it acknowledged.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { phoneOf } from './leads.ts';
import type { Offer, Offered } from './offer.ts';
import { startProcess } from './sandbox-process.ts';
import { watchHealth } from './watch-health.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    times: { type: 'string', default: '10' },
  },
});
const seconds = Number(values.seconds);

const sandbox = await startProcess();
// Without any other calls, the duration of its health check depends only on the machine.
const idle = await startProcess();
try {
  const calm = await offer({ port: sandbox.port, connections: 10, seconds: 5, from: 0 });
  const rate = Math.round(calm.perSecond * Number(values.times));
  const health = watchHealth(sandbox.healthUrl);
  const onMainPort = watchHealth(sandbox.url);
  const idleHealth = watchHealth(idle.healthUrl);
  await sandbox.eventLoopDelays();
  const storm = await offer({
    ...{ port: sandbox.port, connections: 200, seconds, rate, from: 1_000_000 },
  });
  const delays = await health.stop();
  const delaysOnMainPort = await onMainPort.stop();
  const idleDelays = await idleHealth.stop();
  const eventLoop = await sandbox.eventLoopDelays();
  await sandbox.control('POST', '/drain');
  const stored = await sandbox.phones();
  const acknowledged = [...calm.acknowledged, ...storm.acknowledged];
  const lost = acknowledged.filter((number) => !stored.has(phoneOf(number)));
  const result = {
    capacity: Math.round(calm.perSecond),
    offered: rate,
    responses: Math.round(storm.perSecond),
    statuses: storm.statuses,
    withoutRetryAfter: storm.withoutRetryAfter,
    errors: storm.errors,
    acknowledged: acknowledged.length,
    lost: lost.length,
    health: delays,
    healthOnMainPort: delaysOnMainPort,
    healthOfIdleSandbox: idleDelays,
    eventLoop,
    memoryMB: await sandbox.memory(),
  };
  console.log(JSON.stringify(result, undefined, 2));
  const isFine =
    lost.length + storm.withoutRetryAfter + storm.errors === 0 &&
    delays.failures === 0 &&
    delays.p99 < 100;
  process.exitCode = isFine ? 0 : 1;
} finally {
  await sandbox.stop();
  await idle.stop();
}

async function offer(what: Offer): Promise<Offered> {
  const program = fileURLToPath(new URL('offer.ts', import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [program, JSON.stringify(what)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  await once(child, 'close');
  return JSON.parse(output);
}
