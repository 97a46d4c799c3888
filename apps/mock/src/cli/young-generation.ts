import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/**
 * Lets the young generation of the heap grow to about this size.
 *
 * V8 starts with 2 MB, which 100 clients fill several hundred times per second, and would let it grow to 128 MB, most of
 * which is garbage. Its own limit, `--max-semi-space-size`, has no effect once the process has started.
 *
 * @param maxSize In bytes; 0 prevents any growth.
 */
export function limitYoungGeneration(maxSize: number): void {
  let growthFactor: number | undefined;
  const update = () => {
    const next = youngGenerationSize() < maxSize ? 2 : 1;
    if (next === growthFactor) return;
    growthFactor = next;
    setFlagsFromString(`--semi-space-growth-factor=${growthFactor}`);
  };
  update();
  // It also shrinks, when the process is idle.
  if (maxSize > 0) new PerformanceObserver(update).observe({ entryTypes: ['gc'] });
}

function youngGenerationSize(): number {
  const spaces = getHeapSpaceStatistics();
  return spaces.find(({ space_name }) => space_name === 'new_space')?.space_size ?? 0;
}
