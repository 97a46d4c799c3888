/** The Levenshtein distance of two sequences, with a given cost for replacing an item. */
export function alignmentCost<T>(
  from: readonly T[],
  to: readonly T[],
  exchange: (a: T, b: T) => number,
): number {
  let row = [0, ...to.map((_, index) => index + 1)];
  for (const [index, item] of from.entries()) {
    const next = [index + 1];
    for (const [column, other] of to.entries()) {
      const exchanged = (row[column] ?? 0) + exchange(item, other);
      const removed = (row[column + 1] ?? 0) + 1;
      const added = (next[column] ?? 0) + 1;
      next.push(Math.min(exchanged, removed, added));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The Levenshtein distance of two words. */
export function editDistance(from: string, to: string): number {
  return alignmentCost([...from], [...to], (a, b) => (a === b ? 0 : 1));
}
