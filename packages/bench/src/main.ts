/** Measures, prints a Markdown table, writes `reports/bench.json`, and fails when a bar is missed. */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { compare, fill } from './measure.ts';
import { bars, report } from './report.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '10' },
    leads: { type: 'string', default: '100000' },
  },
});
const effort = {
  rounds: Number(values.rounds),
  seconds: Number(values.seconds),
  connections: Number(values.connections),
  leads: Number(values.leads),
};

const results = { compared: await compare(effort), filled: await fill(effort) };
const folder = new URL('../reports/', import.meta.url);
await mkdir(folder, { recursive: true });
const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
const written = { machine, effort, ...results, bars: bars(results) };
await writeFile(new URL('bench.json', folder), `${JSON.stringify(written, null, 2)}\n`);
console.log(report(results));
process.exitCode = bars(results).every(({ reached }) => reached) ? 0 : 1;
