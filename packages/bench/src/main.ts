/**
 * `pnpm bench [section …]`: measures, prints a Markdown table, writes it and its JSON to `reports`, and fails if a
 * target is missed. A whole run is recorded in results.json, history.jsonl and the README, whether or not it met every
 * target.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { cli } from './cli/section.ts';
import { client } from './client/section.ts';
import { docs } from './docs/section.ts';
import { pipeline } from './pipeline/section.ts';
import { record } from './report/record.ts';
import type { Run } from './report/results.ts';
import { missedRows, type Section } from './report/row.ts';
import { table } from './report/table.ts';
import { sandbox } from './sandbox/section.ts';
import { storage } from './storage/section.ts';

const sections: Record<string, (effort: { quick: boolean }) => Promise<Section>> = {
  client,
  cli,
  sandbox,
  storage,
  docs,
  pipeline,
};
const names = Object.keys(sections);
const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const { quick } = values;
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length > 0) throw new Error(`Not one of ${names.join(', ')}: ${unknown.join(', ')}`);

const run: Run = {
  date: new Date().toISOString().slice(0, 10),
  machine: {
    cores: availableParallelism(),
    memoryGB: Math.round(totalmem() / 1e9),
    node: process.version.slice(1),
  },
  sections: [],
};
for (const [name, measure] of Object.entries(sections)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const started = performance.now();
  run.sections.push(await measure({ quick }));
  console.error(`${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

const reports = new URL('../reports/', import.meta.url);
const markdown = table(run);
await mkdir(reports, { recursive: true });
await writeFile(new URL('bench.md', reports), `${markdown}\n`);
await writeFile(new URL('bench.json', reports), `${JSON.stringify(run, null, 2)}\n`);
console.log(markdown);

const isWhole = !quick && positionals.length === 0;
if (isWhole) {
  await record(run, {
    results: new URL('../results.json', import.meta.url),
    history: new URL('../history.jsonl', import.meta.url),
    readme: new URL('../../../README.md', import.meta.url),
  });
}

const missed = missedRows(run.sections);
for (const name of missed) console.error(`MISSED: ${name}`);
process.exitCode = missed.length > 0 ? 1 : 0;
