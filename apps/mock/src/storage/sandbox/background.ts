/** Runs work now and then, one piece at a time. */
export interface Background {
  /** Runs it soon, beside the regular times. */
  soon(): void;
  /** Resolves when what is running has finished; nothing runs any more. */
  stop(): Promise<void>;
}

/** @param work What it rejects with is of no consequence: it is run again. */
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
