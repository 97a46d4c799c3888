import { distance } from 'fastest-levenshtein';

/** The cost of a comparison grows with the length and number of names, so both are limited. */
const maxLength = 64;
const maxNames = 1000;

/**
 * Finds the known name that was probably meant: a name with the same letters in another case or with other separators
 * (`Phone`), a name that contains the other (`phone_number`, `city` for `city_1`), or a typing error (`emial`).
 */
export function nearest(sent: string, known: Iterable<string>): string | undefined {
  const target = normalize(sent);
  if (target.length === 0 || target.length > maxLength) return undefined;
  let best: { name: string; cost: number } | undefined;
  let compared = 0;
  for (const name of known) {
    if (++compared > maxNames) break;
    const cost = costOf(target, normalize(name));
    if (cost <= 0.4 && (best === undefined || cost < best.cost)) best = { name, cost };
  }
  return best?.name;
}

function normalize(name: string): string {
  return name
    .slice(0, 100)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** 0 for equal names, 1 for entirely different ones. */
function costOf(sent: string, known: string): number {
  if (sent === known) return 0;
  const [short, long] = sent.length < known.length ? [sent, known] : [known, sent];
  if (short.length >= 4 && long.includes(short)) return 0.2 - 0.1 * (short.length / long.length);
  // The number of edits is at least the difference of the lengths.
  if ((long.length - short.length) / long.length > 0.4) return 1;
  const edits = isTransposition(sent, known) ? 1 : distance(sent, known);
  return edits / long.length;
}

/** Whether two adjacent characters are swapped, a single typing error that Levenshtein counts as two edits. */
function isTransposition(sent: string, known: string): boolean {
  if (sent.length !== known.length) return false;
  let at = 0;
  while (sent.charAt(at) === known.charAt(at)) at++;
  const swapped = sent.charAt(at + 1) + sent.charAt(at);
  return sent.slice(0, at) + swapped + sent.slice(at + 2) === known;
}
