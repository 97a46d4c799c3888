/**
 * `node src/storage/soak.ts [minutes]`: measures the memory of a sandbox in SQLite under constant load, which must not
 * grow.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callerOf } from '@telecrm/caller';
import { startSandbox } from './sandbox-process.ts';

const minutes = Number(process.argv[2] ?? 10);
const folder = await mkdtemp(join(tmpdir(), 'telecrm-soak-'));
const server = await startSandbox('--state', join(folder, 'state'));
const { sync, queue } = callerOf(server);
const until = performance.now() + minutes * 60_000;
const samples: number[] = [];
let calls = 0;
let nextSample = 0;
while (performance.now() < until) {
  // Repeats the same leads, so that memory could grow only because of data that must be deleted.
  const phone = `9198${String(10_000_000 + (calls % 1000))}`;
  await Promise.all([
    sync('POST', '/lead', { fields: { phone } }),
    sync('POST', '/lead/search', { fields: { phone } }),
    queue({ fields: { phone, name: `Lead ${calls}` } }),
  ]);
  calls += 3;
  if (performance.now() < nextSample) continue;
  nextSample = performance.now() + (minutes * 60_000) / 20;
  samples.push(await server.memory());
}
await server.kill();
await rm(folder, { recursive: true });

const later = samples.slice(Math.ceil(samples.length / 4));
const [first = 0, last = 0] = [later[0], later.at(-1)];
console.log(`${calls} calls; memory in MB: ${samples.map(Math.round).join(' ')}`);
console.log(`after the first quarter: ${(last / first).toFixed(2)} x (bar 1.2)`);
process.exitCode = last > first * 1.2 ? 1 : 0;
