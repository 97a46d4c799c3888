import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { replaceTable } from './readme.ts';
import { historyEntry, type Run, readHistory, withDigest } from './results.ts';
import { summary } from './summary.ts';

/** The committed files that a whole run changes. */
export interface RecordFiles {
  results: URL;
  history: URL;
  readme: URL;
}

/** Records a whole run: its results replace the previous ones, the history gets an entry, the README quotes it. */
export async function record(run: Run, files: RecordFiles): Promise<void> {
  const results = withDigest(run);
  await appendFile(files.history, `${JSON.stringify(historyEntry(results))}\n`);
  const history = readHistory(await readFile(files.history, 'utf8'));
  const readme = replaceTable(await readFile(files.readme, 'utf8'), summary(results, history));
  await writeFile(files.results, `${JSON.stringify(results, null, 2)}\n`);
  await writeFile(files.readme, readme);
}
