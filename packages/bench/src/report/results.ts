import { createHash } from 'node:crypto';
import { missedRows, type Section } from './row.ts';

/** The measurements of one run. */
export interface Run {
  date: string;
  machine: { cores: number; memoryGB: number; node: string };
  sections: Section[];
}

/** The last whole run, as committed. */
export interface Results extends Run {
  /** SHA-256 of the rest, to detect figures that were edited by hand. */
  digest: string;
}

/** One line of the committed history: every whole run adds one, whether or not it met its targets. */
export interface HistoryEntry {
  date: string;
  /** The digest of its results. */
  digest: string;
  /** The rows with a missed target. */
  missed: string[];
  /** Our figures by row, `Sandbox: create lead, throughput`, in the row's unit. */
  figures: Record<string, number>;
}

export function withDigest(run: Run): Results {
  return { ...run, digest: digestOf(run) };
}

function digestOf({ date, machine, sections }: Run): string {
  return createHash('sha256').update(JSON.stringify({ date, machine, sections })).digest('hex');
}

export function historyEntry(results: Results): HistoryEntry {
  const figures = results.sections.flatMap(({ name, rows }) =>
    rows.map((row): [string, number] => [`${name}: ${row.name}`, Number(row.ours.toPrecision(4))]),
  );
  return {
    date: results.date,
    digest: results.digest,
    missed: missedRows(results.sections),
    figures: Object.fromEntries(figures),
  };
}

/** The entries of `history.jsonl`, a line each, oldest first. */
export function readHistory(text: string): HistoryEntry[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** The problems of committed results and their history; empty if they are unedited. */
export function inconsistencies(results: Results, history: readonly HistoryEntry[]): string[] {
  const problems: string[] = [];
  if (digestOf(results) !== results.digest) {
    problems.push('results.json was changed after its run: its digest does not match');
  }
  const last = history.at(-1);
  if (JSON.stringify(last) !== JSON.stringify(historyEntry(results))) {
    problems.push('the last entry of history.jsonl is not the run of results.json');
  }
  return problems;
}
