import { mkdir, writeFile } from 'node:fs/promises';
import type { Bar, Row, Section } from '../report/row.ts';
import { type Measured, measurePages } from './measure.ts';
import { pageTable } from './page-table.ts';
import type { Kind } from './site.ts';
import type { Visit } from './visit.ts';

/** Compares the docs with the pages that `redocly build-docs --inlineBundle` builds from the same bundles. */
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

/** The figures of the page with the worst ratio, for each kind of page. */
export function rowsOf(measured: Measured[]): Row[] {
  const of = (kind: Kind) => measured.filter((page) => page.kind === kind);
  const plain = of('plain');
  const worst = `worst of ${plain.length} operation and guide pages`;
  const paint = 'largest contentful paint';
  return [
    row('start page, bytes transferred', of('landing'), 'bytes', [{ at: 'max', value: 60 }]),
    row(`start page, ${paint}`, of('landing'), 'largestPaint', []),
    row(`${worst}, bytes transferred`, plain, 'bytes', [{ at: 'max', value: 60 }]),
    row(`${worst}, ${paint}`, plain, 'largestPaint', [times(0.5)]),
    row('worst of 2 references, bytes transferred, first visit', of('reference'), 'bytes', [
      times(1),
    ]),
    row(
      'worst of 2 references, bytes transferred, second visit',
      of('reference'),
      'bytes',
      [times(0.2)],
      'second',
    ),
    row(`worst of 2 references, ${paint}`, of('reference'), 'largestPaint', []),
    crossOrigin(measured),
  ];
}

const peer = 'default Redoc';
const times = (value: number): Bar => ({ at: 'max', value, of: peer });

function row(
  name: string,
  pages: Measured[],
  figure: 'bytes' | 'largestPaint',
  bars: Bar[],
  visit: 'first' | 'second' = 'first',
): Row {
  const share = (page: Measured) => page[visit][figure] / page.peer[visit][figure];
  const [worst] = pages.toSorted((one, other) => share(other) - share(one));
  if (!worst) throw new Error(`${name}: there is no such page`);
  const scale = figure === 'bytes' ? 1000 : 1;
  return {
    name,
    unit: figure === 'bytes' ? 'kB' : 'ms',
    ours: worst[visit][figure] / scale,
    peers: [{ name: peer, figure: worst.peer[visit][figure] / scale }],
    bars,
  };
}

function crossOrigin(measured: Measured[]): Row {
  const maximum = (visits: (page: Measured) => Visit[]) =>
    Math.max(...measured.flatMap(visits).map((visit) => visit.crossOrigin));
  return {
    name: 'requests of any page to another origin',
    unit: '',
    ours: maximum(({ first, second }) => [first, second]),
    peers: [{ name: peer, figure: maximum((page) => [page.peer.first, page.peer.second]) }],
    bars: [{ at: 'max', value: 0 }],
  };
}
