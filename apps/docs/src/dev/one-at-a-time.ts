/** Does a job one at a time: what is asked for meanwhile is done together, next. */
export function oneAtATime(job: (asked: string[]) => Promise<void>) {
  const asked = new Set<string>();
  let wanted = false;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (wanted) {
      wanted = false;
      const now = [...asked];
      asked.clear();
      await job(now);
    }
    running = undefined;
  }

  return {
    ask(more: string[]): void {
      for (const it of more) asked.add(it);
      wanted = true;
      running ??= run();
    },
    /** Resolves when nothing is left to do. */
    idle: async () => running,
  };
}
