/**
 * The longest task of the event loop during some work, in milliseconds of CPU time. Work that exceeds a limit is
 * repeated, because the first run includes compiling the code; the result is the minimum.
 *
 * @param prepare Returns the work to be measured; the preparation itself is not measured.
 */
export async function longestTask(
  prepare: () => () => Promise<unknown>,
  limit: number,
): Promise<number> {
  const tasks: number[] = [];
  for (let attempt = 0; attempt < 3 && !(Math.min(...tasks) < limit); attempt++) {
    tasks.push(await longestTaskOf(prepare()));
  }
  return Math.min(...tasks);
}

/**
 * The longest task of the event loop during a request, in milliseconds of CPU time: what `monitorEventLoopDelay` measures
 * also includes the time that other processes take from this one.
 */
async function longestTaskOf(request: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = cpuTime();
  const measure = () => {
    const now = cpuTime();
    longest = Math.max(longest, now - last);
    last = now;
    immediate = setImmediate(measure);
  };
  let immediate = setImmediate(measure);
  await request();
  // The last task ends after the response has arrived.
  await new Promise((resolve) => setTimeout(resolve, 10));
  clearImmediate(immediate);
  return longest;
}

function cpuTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
