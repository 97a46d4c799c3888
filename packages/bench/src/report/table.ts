import type { Run } from './results.ts';
import { type Bar, isReached, type Peer, type Row, ratio } from './row.ts';

/** A run as one Markdown table, with the machine above it and footnotes below. */
export function table({ date, machine, sections }: Run): string {
  const notes: string[] = [];
  const mark = (note: string | undefined) => {
    if (note === undefined) return '';
    if (!notes.includes(note)) notes.push(note);
    return `<sup>${notes.indexOf(note) + 1}</sup>`;
  };
  const rows = sections.flatMap(({ name, rows }) => [
    [`**${name}**`, '', '', ''],
    ...rows.map((row) => [
      row.name + mark(row.note),
      amount(row.ours, row.unit),
      row.peers.map((peer) => comparison(row, peer) + mark(peer.note)).join(' · '),
      row.bars.map((bar) => limit(row, bar)).join(', '),
    ]),
  ]);
  return [
    `${machine.cores} cores, ${machine.memoryGB} GB of memory, Node ${machine.node}, ${date}.`,
    '',
    ...aligned([['', 'Ours', 'Ours ÷ peer’s, same run', 'Bar'], ...rows]),
    ...(notes.length > 0 ? [''] : []),
    ...notes.map((note, index) => `${index + 1}. ${note}`),
  ].join('\n');
}

/** Pads the cells like Biome; the second column contains numbers. */
function aligned(rows: string[][]): string[] {
  const widths = [0, 1, 2, 3].map((n) => Math.max(...rows.map((cells) => cells[n]?.length ?? 0)));
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const [head, ...others] = rows.map((cells) =>
    line(
      widths.map((width, n) =>
        n === 1 ? (cells[n] ?? '').padStart(width) : (cells[n] ?? '').padEnd(width),
      ),
    ),
  );
  const rule = line(
    widths.map((width, n) => `${'-'.repeat(n === 1 ? width - 1 : width)}${n === 1 ? ':' : ''}`),
  );
  return [head ?? '', rule, ...others];
}

function comparison(row: Row, { name }: Peer): string {
  const times = ratio(row, name);
  return `${times === undefined ? '–' : number(times)} × ${name}`;
}

function limit(row: Row, bar: Bar): string {
  const sign = bar.at === 'max' ? '≤' : '≥';
  const value =
    bar.of === undefined ? amount(bar.value, row.unit) : `${number(bar.value)} × ${bar.of}`;
  return `${sign} ${value} ${isReached(row, bar) ? '✓' : '✗'}`;
}

function amount(value: number, unit: string): string {
  return `${number(value)} ${unit}`.trim();
}

/** Two decimals below ten, none from a hundred on. */
function number(value: number): string {
  const maximumFractionDigits = value < 10 ? 2 : value < 100 ? 1 : 0;
  return value.toLocaleString('en-GB', { maximumFractionDigits });
}
