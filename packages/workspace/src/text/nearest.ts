/**
 * Finds the known name that was probably meant: the same letters in another case or with other separators (`Phone`), a
 * name that contains the other (`phone_number`, `city` for `city_1`), or a typing error (`emial`).
 */
export function nearest(sent: string, known: Iterable<string>): string | undefined {
  const target = bare(sent);
  // The cost of comparing grows with the product of both lengths.
  if (target.length === 0 || target.length > 64) return undefined;
  let best: { name: string; cost: number } | undefined;
  for (const name of known) {
    const cost = costOf(target, bare(name));
    if (cost <= 0.4 && (best === undefined || cost < best.cost)) best = { name, cost };
  }
  return best?.name;
}

function bare(name: string): string {
  return name
    .slice(0, 100)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function costOf(sent: string, known: string): number {
  if (sent === known) return 0;
  const [short, long] = sent.length < known.length ? [sent, known] : [known, sent];
  if (short.length >= 4 && long.includes(short)) return 0.2 - 0.1 * (short.length / long.length);
  return distance(sent, known) / long.length;
}

/** Levenshtein distance in which a transposition of two adjacent characters counts as one edit. */
function distance(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1;
      const swapped = from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      next.push(
        Math.min(
          at(row, j - 1) + same,
          at(row, j) + 1,
          at(next, j - 1) + 1,
          swapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [before, row] = [row, next];
  }
  return at(row, to.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
