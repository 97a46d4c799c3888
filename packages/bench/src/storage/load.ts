import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Load, Measured } from '../sandbox/load.ts';

const program = fileURLToPath(new URL('../sandbox/programs/load-process.ts', import.meta.url));

/** Sends requests from another process, because the load generator would compete for the thread. */
export async function generateLoad(load: Omit<Load, 'base'>): Promise<Measured> {
  const all: Load = { ...load, base: '/autoupdate/v2' };
  const { stdout } = await promisify(execFile)(process.execPath, [program, JSON.stringify(all)]);
  const result: Measured = JSON.parse(stdout);
  if (result.failures > 0) throw new Error(`${load.call}: ${result.failures} calls failed`);
  return result;
}
