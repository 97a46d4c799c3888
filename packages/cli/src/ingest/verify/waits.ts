/** Waits that double from half a second on, and that take about this long together. */
export function waitsUpTo(totalMs: number): number[] {
  const waits: number[] = [];
  for (let left = totalMs, wait = 500; left > 0; wait *= 2) {
    waits.push(Math.min(wait, left));
    left -= wait;
  }
  return waits;
}
