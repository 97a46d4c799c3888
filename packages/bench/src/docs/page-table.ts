import type { Measured, Visits } from './measure.ts';
import { slowdown, type Visit } from './visit.ts';

/** All pages and the default pages; in brackets, the figure relative to the default page. */
export function pageTable(measured: Measured[]): string {
  const defaults = new Map(measured.map(({ api, peer }) => [api, peer]));
  return [
    `First visit / second visit, processor slowed ${slowdown} times.`,
    '',
    '| Page | kB | Requests | First paint, ms | Largest paint, ms | Blocking, ms |',
    '| --- | --- | --- | --- | --- | --- |',
    ...[...defaults].map(([api, visits]) => row(`default Redoc, ${api}`, visits)),
    ...measured.map((page) => row(page.path, page, page.peer)),
  ].join('\n');
}

function row(name: string, { first, second }: Visits, peer?: Visits): string {
  const cell = (figure: keyof Visit, scale = 1) => {
    const both = [first, second].map((visit) => Math.round(visit[figure] / scale)).join(' / ');
    if (!peer?.first[figure]) return both;
    return `${both} (${(first[figure] / peer.first[figure]).toFixed(2)} ×)`;
  };
  const cells = [cell('bytes', 1000), cell('requests'), cell('firstPaint'), cell('largestPaint')];
  return `| ${[name, ...cells, cell('blocking')].join(' | ')} |`;
}
