/** Runs work repeatedly, never concurrently. */
export interface Background {
  /** Runs it soon, in addition to the regular times. */
  soon(): void;
  /** Resolves when the current run has finished; the work never runs again. */
  stop(): Promise<void>;
}

/** @param work If it rejects, it simply runs again later. */
export function runInBackground(work: () => Promise<void>, intervalMs: number): Background {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  const run = () => {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    running = work()
      .catch(() => {})
      .finally(() => {
        running = undefined;
        if (!again) return;
        again = false;
        run();
      });
  };

  const timer = setInterval(run, intervalMs);
  timer.unref();
  return {
    soon: () => void setImmediate(run),
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
