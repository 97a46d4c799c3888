/**
 * `pnpm bench [section …]`: measures, prints a Markdown table, writes it and its JSON to `reports`, and fails when a bar
 * is missed. `--write` puts both where they are committed, `--quick` only tries out that everything runs.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { client } from './client/section.ts';
import { docs } from './docs/section.ts';
import { pipeline } from './pipeline/section.ts';
import { sandbox } from './sandbox/section.ts';
import { quote } from './table/readme.ts';
import { missed, type Results, type Section } from './table/row.ts';
import { table } from './table/table.ts';

const sections: Record<string, (effort: { quick: boolean }) => Promise<Section>> = {
  ...{ client, sandbox, docs, pipeline },
};
const all = Object.keys(sections);
const { values, positionals } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const { write, quick } = values;
const unknown = positionals.filter((name) => !all.includes(name));
if (unknown.length > 0) throw new Error(`Not one of ${all.join(', ')}: ${unknown.join(', ')}`);
if (write && (quick || positionals.length > 0)) throw new Error('--write takes a whole, full run');

const results: Results = {
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
  results.sections.push(await measure({ quick }));
  console.error(`${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

const root = new URL('../../../', import.meta.url);
const reports = new URL('../reports/', import.meta.url);
const markdown = table(results);
const json = `${JSON.stringify(results, null, 2)}\n`;
await mkdir(reports, { recursive: true });
await writeFile(new URL('bench.md', reports), `${markdown}\n`);
await writeFile(new URL('bench.json', reports), json);
console.log(markdown);

const failures = missed(results);
for (const what of failures) console.error(`MISSED: ${what}`);
if (write && failures.length === 0) {
  const readme = new URL('README.md', root);
  await writeFile(new URL('../results.json', import.meta.url), json);
  await writeFile(readme, quote(await readFile(readme, 'utf8'), markdown));
}
process.exitCode = failures.length > 0 ? 1 : 0;
