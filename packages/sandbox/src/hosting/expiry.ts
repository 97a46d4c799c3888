import { startTimer } from '../clock/background-timer.ts';
import type { HostingContext } from './context.ts';

/** How often workspaces are checked, and how long expired ones are still listed, in milliseconds. */
const every = 60_000;
const listed = 30 * 24 * 3600 * 1000;

/**
 * Lets workspaces expire whose time has come, now and every minute.
 *
 * @returns Stops it.
 */
export function startExpiry({ server, now }: HostingContext): () => void {
  let stopTimer = () => {};
  let isStopped = false;
  const run = async () => {
    const at = now();
    await server.storage.workspaces
      .expire({ now: at, deleteBefore: at - listed })
      .catch((error: unknown) => {
        server.log(`${error instanceof Error ? error.name : typeof error} while workspaces expire`);
      });
    if (!isStopped) stopTimer = startTimer(run, every);
  };
  stopTimer = startTimer(run, 0);
  return () => {
    isStopped = true;
    stopTimer();
  };
}
