/** Runs a job one at a time. What is added while it runs is passed to it together, once, in the next run. */
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
    /** Resolves when nothing is left to do. */
    idle: async () => running,
  };
}
