/** Creates a queue that runs one job at a time. Items that are added during a run are passed to the next run together. */
export function createBatchQueue(job: (items: string[]) => Promise<void>) {
  const waiting = new Set<string>();
  let runAgain = false;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (runAgain) {
      runAgain = false;
      const items = [...waiting];
      waiting.clear();
      await job(items);
    }
    running = undefined;
  }

  return {
    add(items: string[]): void {
      for (const item of items) waiting.add(item);
      runAgain = true;
      running ??= run();
    },
    /** Resolves when the queue is empty and the last job has ended. */
    idle: async () => running,
  };
}
