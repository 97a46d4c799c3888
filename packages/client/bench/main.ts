/** Measures size, type cost and overhead; prints a table, writes JSON, fails when a bar is missed. */
import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { overhead } from './overhead.ts';
import { bundles, sizeOf } from './size.ts';
import { type Compiler, typeCost } from './types.ts';

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '4000' },
    compilations: { type: 'string', default: '5' },
  },
});

interface Row {
  what: string;
  ours: number;
  theirs?: number;
  limit?: number;
}

const rows: Row[] = [];
const alone = await sizeOf(['default'], 'openapi-fetch');
for (const { what, names, limit } of bundles) {
  const ours = await sizeOf(names);
  rows.push({ what: `${what}, bytes`, ours, theirs: alone, ...(limit && { limit: limit / alone }) });
}
for (const compiler of ['typescript', 'typescript-7'] satisfies Compiler[]) {
  const runs = Number(values.compilations);
  const ours = await typeCost('methods', compiler, runs);
  const bare = await typeCost('bare', compiler, runs);
  const name = compiler === 'typescript' ? 'TypeScript 5.9' : 'TypeScript 7';
  const limit = 1.5;
  const count = { ours: ours.instantiations, theirs: bare.instantiations };
  rows.push({ what: `${name}, instantiations`, ...count, limit });
  rows.push({ what: `${name}, seconds`, ours: ours.seconds, theirs: bare.seconds, limit });
}
const time = await overhead(Number(values.calls));
const ours = time.telecrm;
rows.push({ what: 'a call, µs (bare fetch)', ours, theirs: time['bare fetch'], limit: 1.25 });
rows.push({ what: 'a call, µs (openapi-fetch)', ours, theirs: time['openapi-fetch'] });

const table = rows.map(({ what, ours, theirs = Number.NaN, limit }) => {
  const ratio = ours / theirs;
  return { what, ours, theirs, ratio, limit, reached: limit === undefined || ratio <= limit };
});
const folder = new URL('../reports/', import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(new URL('bench.json', folder), `${JSON.stringify(table, null, 2)}\n`);
console.log('| | telecrm | openapi-fetch or fetch | ratio | at most |\n|---|---:|---:|---:|---:|');
for (const { what, ours, theirs, ratio, limit, reached } of table) {
  const figures = [ours, theirs, ratio].map((value) => Number(value.toFixed(2)));
  const bar = limit ? `${limit.toFixed(2)}${reached ? '' : ' MISSED'}` : '–';
  console.log(`| ${[what, ...figures, bar].join(' | ')} |`);
}
process.exitCode = table.every(({ reached }) => reached) ? 0 : 1;
