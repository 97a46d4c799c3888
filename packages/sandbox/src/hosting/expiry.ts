import { startTimer } from '../clock/background-timer.ts';
import { type HostingContext, unclaimedMs } from './context.ts';

/** The interval of checks, and the time that expired workspaces remain listed, in milliseconds. */
const intervalMs = 60_000;
const listedMs = 30 * 24 * 3600 * 1000;

/** Other processes record a use, which prolongs a workspace, about a second later. Their clocks may differ, too. */
const marginMs = 5000;

/**
 * Starts to expire workspaces whose time is up, and to delete the counts of those that were created long ago, now and
 * every minute.
 *
 * @returns A function that stops it.
 */
export function startExpiry({ server, creations, now }: HostingContext): () => void {
  let stopTimer = () => {};
  let isStopped = false;
  const run = async () => {
    const at = now() - marginMs;
    try {
      await server.storage.workspaces.expire({ now: at, deleteBefore: at - listedMs });
      await creations.deleteExpired(unclaimedMs / 1000);
    } catch (error) {
      server.log(`${error instanceof Error ? error.name : typeof error} while workspaces expire`);
    }
    if (!isStopped) stopTimer = startTimer(run, intervalMs);
  };
  stopTimer = startTimer(run, 0);
  return () => {
    isStopped = true;
    stopTimer();
  };
}
