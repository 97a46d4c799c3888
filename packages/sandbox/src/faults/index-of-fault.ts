import type { Fault } from './fault.ts';

/** The index of the first equal fault, else of the first one that differs only in its remaining count; -1 for none. */
export function indexOfFault(faults: readonly Fault[], wanted: Fault): number {
  const texts = faults.map(uncounted);
  const text = uncounted(wanted);
  const exact = faults.findIndex(
    ({ times }, index) => times === wanted.times && texts[index] === text,
  );
  return exact >= 0 ? exact : texts.indexOf(text);
}

function uncounted({ times, ...rest }: Fault): string {
  return textOf({ ...rest, times: times && 1 });
}

/** The same text for equal JSON, whatever the order of its keys. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
