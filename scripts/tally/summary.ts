import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder to which turbo writes the outcome of its tasks. */
export const summaries = '.turbo/runs';

interface Summary {
  tasks: { taskId: string; execution?: { exitCode?: number } }[];
}

/** The tasks that failed in turbo's last run; `undefined` if turbo wrote no summary. */
export function readSummary(): { failedTasks: string[] } | undefined {
  const [file] = globSync('*.json', { cwd: summaries });
  if (!file) return undefined;
  // The shape of turbo's run summaries.
  const { tasks } = JSON.parse(readFileSync(join(summaries, file), 'utf8')) as Summary;
  const failed = tasks.filter(({ execution }) => (execution?.exitCode ?? 0) !== 0);
  return { failedTasks: failed.map(({ taskId }) => taskId).sort() };
}
