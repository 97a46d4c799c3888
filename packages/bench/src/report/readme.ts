const opening = '<!-- bench -->';
const closing = '<!-- /bench -->';

/** The text between the two comments of a README. */
export function quoted(readme: string): string {
  const [from, to] = range(readme);
  return readme.slice(from, to).trim();
}

/** Replaces the text between the two comments of the README. */
export function replaceTable(readme: string, table: string): string {
  const [from, to] = range(readme);
  return `${readme.slice(0, from)}\n\n${table}\n\n${readme.slice(to)}`;
}

function range(readme: string): [from: number, to: number] {
  const from = readme.indexOf(opening);
  const to = readme.indexOf(closing);
  if (from < 0 || to < from) throw new Error(`The README has no ${opening} … ${closing}`);
  return [from + opening.length, to];
}
