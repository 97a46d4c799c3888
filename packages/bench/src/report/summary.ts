import type { HistoryEntry, Results } from './results.ts';
import { missedRows } from './row.ts';
import { table } from './table.ts';

/** The part of the README with the number of runs and the table of the last run. */
export function summary(results: Results, history: readonly HistoryEntry[]): string {
  const green = history.filter(({ missed }) => missed.length === 0).length;
  const missed = missedRows(results.sections).length;
  const bars = results.sections.flatMap(({ rows }) => rows.flatMap((row) => row.bars)).length;
  return [
    `Runs recorded: ${history.length}, of which ${green} reached every bar. This is the last one: ` +
      `${missed === 0 ? `all ${bars} bars reached` : `${missed} ${missed === 1 ? 'row' : 'rows'} with a missed bar`}.`,
    '',
    table(results),
  ].join('\n');
}
