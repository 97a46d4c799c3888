import { mkdir, writeFile } from 'node:fs/promises';
import type { Bar, Row, Section } from '../table/row.ts';
import { type Measured, measurePages } from './measure.ts';
import { pageTable } from './page-table.ts';
import type { Kind } from './site.ts';
import type { Visit } from './visit.ts';

/** The docs beside the pages that `redocly build-docs --inlineBundle` makes of the same bundles. */
export async function docs({ quick }: { quick: boolean }): Promise<Section> {
  const measured = await measurePages(quick ? 1 : 5);
  const reports = new URL('../../reports/', import.meta.url);
  const pages = `${pageTable(measured)}\n`;
  console.log(pages);
  await mkdir(reports, { recursive: true });
  await writeFile(new URL('pages.md', reports), pages);
  await writeFile(new URL('pages.json', reports), `${JSON.stringify(measured, null, 2)}\n`);
  return { name: 'Docs', rows: rowsOf(measured) };
}

/** A figure of the page that does worst, for each kind of page. */
export function rowsOf(measured: Measured[]): Row[] {
  const of = (kind: Kind) => measured.filter((page) => page.kind === kind);
  const plain = of('plain');
  const worst = `worst of ${plain.length} operation and guide pages`;
  const paint = 'largest paint';
  return [
    row('start page, all it loads', of('landing'), 'bytes', [{ at: 'most', value: 60 }]),
    row(`start page, ${paint}`, of('landing'), 'largestPaint', []),
    row(`${worst}, all it loads`, plain, 'bytes', [{ at: 'most', value: 60 }]),
    row(`${worst}, ${paint}`, plain, 'largestPaint', [times(0.5)]),
    row('worst of 2 references, first visit', of('reference'), 'bytes', [times(1)]),
    row('worst of 2 references, second visit', of('reference'), 'bytes', [times(0.2)], 'second'),
    row(`worst of 2 references, ${paint}`, of('reference'), 'largestPaint', []),
    foreign(measured),
  ];
}

const name = 'default Redoc';
const times = (value: number): Bar => ({ at: 'most', value, of: name });

function row(
  what: string,
  pages: Measured[],
  figure: 'bytes' | 'largestPaint',
  bars: Bar[],
  visit: 'first' | 'second' = 'first',
): Row {
  const share = (page: Measured) => page[visit][figure] / page.peer[visit][figure];
  const [worst] = pages.toSorted((one, other) => share(other) - share(one));
  if (!worst) throw new Error(`${what}: there is no such page`);
  const scale = figure === 'bytes' ? 1000 : 1;
  return {
    what,
    unit: figure === 'bytes' ? 'kB' : 'ms',
    ours: worst[visit][figure] / scale,
    peers: [{ name, figure: worst.peer[visit][figure] / scale }],
    bars,
  };
}

function foreign(measured: Measured[]): Row {
  const most = (visits: (page: Measured) => Visit[]) =>
    Math.max(...measured.flatMap(visits).map((visit) => visit.foreign));
  return {
    what: 'requests of any page to another origin',
    unit: '',
    ours: most(({ first, second }) => [first, second]),
    peers: [{ name, figure: most(({ peer }) => [peer.first, peer.second]) }],
    bars: [{ at: 'most', value: 0 }],
  };
}
