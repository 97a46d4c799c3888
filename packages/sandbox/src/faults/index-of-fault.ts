import type { Fault } from './fault.ts';

/** The index of the first equal fault, else of the first one that differs only in its remaining count; -1 for none. */
export function indexOfFault(faults: readonly Fault[], wanted: Fault): number {
  const exact = faults.findIndex((fault) => textOf(fault) === textOf(wanted));
  if (exact >= 0) return exact;
  const uncounted = ({ times, ...rest }: Fault) => textOf({ ...rest, times: times && 1 });
  return faults.findIndex((fault) => uncounted(fault) === uncounted(wanted));
}

/** The same text for equal JSON, whatever the order of its keys. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
