import { callerOf } from '@telecrm/caller';
import { type SandboxProcess, startSandbox } from './sandbox-process.ts';

/** How long it takes to save, restore, clone and reset a workspace, in milliseconds. */
export interface CopyTimes {
  readonly snapshot: number;
  readonly restore: number;
  readonly clone: number;
  readonly reset: number;
}

/**
 * Measures the copies of the default workspace in a sandbox.
 *
 * @param fill Creates its leads.
 */
export async function copyTimes(
  flags: readonly string[],
  fill: (server: SandboxProcess) => Promise<void>,
): Promise<CopyTimes> {
  const server = await startSandbox(...flags);
  try {
    await fill(server);
    const { control } = callerOf(server);
    const timeOf = async (method: string, path: string) => {
      const began = performance.now();
      const { status } = await control(method, path);
      if (status >= 300) throw new Error(`${method} ${path}: ${status}`);
      return performance.now() - began;
    };
    return {
      snapshot: await timeOf('PUT', '/snapshots/all'),
      restore: await timeOf('POST', '/snapshots/all/restore'),
      clone: await timeOf('POST', '/clone'),
      reset: await timeOf('POST', '/reset'),
    };
  } finally {
    await server.kill();
  }
}
