import type { HistoryEntry, Results } from './results.ts';
import { missedRows } from './row.ts';
import { table } from './table.ts';

/** The part of the README with the number of runs and the table of the last run. */
export function summary(results: Results, history: readonly HistoryEntry[]): string {
  const green = history.filter(({ missed }) => missed.length === 0).length;
  const missed = missedRows(results.sections).length;
  const bars = results.sections.flatMap(({ rows }) => rows.flatMap((row) => row.bars)).length;
  return [
    `Runs recorded: ${history.length}, of which ${green} met every bar. In the last run, shown below, ` +
      `${missed === 0 ? `all ${bars} bars were met` : `${missed} ${missed === 1 ? 'row' : 'rows'} missed a bar`}.`,
    '',
    table(results),
  ].join('\n');
}
