import { createHash } from 'node:crypto';

/** The processor time of this thread in milliseconds. Other processes on the machine do not change it, unlike the elapsed time. */
export function cpuTimeMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

const bytes = new Uint8Array(2 ** 20);

/** Blocks the event loop with the same amount of work on any machine: a megabyte takes half a millisecond or longer. */
export function work(megabytes: number): void {
  createHash('sha256')
    .update(bytes.subarray(0, megabytes * 2 ** 20))
    .digest();
}
