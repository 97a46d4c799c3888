import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { quoted } from './readme.ts';
import { record } from './record.ts';
import { inconsistencies, type Run, readHistory } from './results.ts';
import { summary } from './summary.ts';

it('records every run, even one that missed a bar, and quotes the last', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-bench-record-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = (name: string) => pathToFileURL(join(folder, name));
  const files = {
    results: file('results.json'),
    history: file('history.jsonl'),
    readme: file('README.md'),
  };
  await writeFile(files.history, '');
  await writeFile(files.readme, 'Text.\n\n<!-- bench -->\n<!-- /bench -->\n');
  for (const ours of [1, 3]) await record(runWith(ours), files);

  const results = JSON.parse(await readFile(files.results, 'utf8'));
  const history = readHistory(await readFile(files.history, 'utf8'));
  expect(inconsistencies(results, history)).toEqual([]);
  expect(history).toMatchObject([{ missed: [] }, { missed: ['Client: one call'] }]);
  expect(quoted(await readFile(files.readme, 'utf8'))).toBe(summary(results, history));
});

function runWith(ours: number): Run {
  const bars = [{ at: 'max', value: 2 } as const];
  return {
    date: '2026-11-20',
    machine: { cores: 2, memoryGB: 8, node: '24.21.0' },
    sections: [{ name: 'Client', rows: [{ name: 'one call', unit: 's', ours, peers: [], bars }] }],
  };
}
