/** Measures every page of the built site beside a default Redoc page and prints a Markdown table and JSON. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { launchChromium } from '@telecrm/chromium';
import { dist, pages, references } from '../test/site.ts';
import { type Kind, type Measured, missed } from './bars.ts';
import { defaultPages } from './default-page.ts';
import { gzipHost } from './gzip-host.ts';
import { measure, middle, slowdown, type Visit } from './measure.ts';
import { table } from './table.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, page: { type: 'string', multiple: true } },
});
const rounds = Number(values.rounds);

const peers = await defaultPages();
const site = await gzipHost(dist);
const peer = await gzipHost(peers);
const { browser, close } = await launchChromium();

type Visits = { first: Visit; second: Visit };

/** Visits the addresses in turn, so that a busy moment of the machine meets all of them. */
async function visits(urls: Record<string, string>): Promise<Record<string, Visits>> {
  const all: Record<string, Visits[]> = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, url] of Object.entries(urls)) {
      all[name] = [...(all[name] ?? []), await measure(browser, url)];
    }
  }
  return Object.fromEntries(
    Object.entries(all).map(([name, list]) => [
      name,
      { first: middle(list.map((it) => it.first)), second: middle(list.map((it) => it.second)) },
    ]),
  );
}

const wanted = values.page ?? pages;
const seen = await visits({
  sync: `${peer.url}/sync.html`,
  async: `${peer.url}/async.html`,
  ...Object.fromEntries(wanted.map((page) => [page, site.url + page])),
});
const of = (name: string): Visits => {
  const found = seen[name];
  if (!found) throw new Error(`${name} was not measured`);
  return found;
};
const byApi = { sync: of('sync'), async: of('async') };
const measured: Measured[] = wanted.map((page) => ({
  page,
  kind: kindOf(page),
  ...of(page),
  peer: byApi[page.startsWith('/async') ? 'async' : 'sync'],
}));
await close();
site.close();
peer.close();
await rm(peers, { recursive: true });

function kindOf(page: string): Kind {
  if (references.includes(page)) return 'reference';
  return page === '/' ? 'landing' : 'plain';
}

const machine = `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, processor slowed ${slowdown} times, ${rounds} rounds`;
const failures = measured.flatMap((it) => missed(it).map((bar) => `${it.page}: missed “${bar}”`));
console.log(table(byApi, measured, machine));
for (const failure of failures) console.error(failure);
await mkdir(new URL('../reports', import.meta.url), { recursive: true });
await writeFile(
  new URL('../reports/bench.json', import.meta.url),
  `${JSON.stringify({ machine, default: byApi, pages: measured, failures }, null, 2)}\n`,
);
process.exitCode = failures.length > 0 ? 1 : 0;
