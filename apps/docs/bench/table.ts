import type { Measured } from './bars.ts';
import type { Visit } from './measure.ts';

type Visits = { first: Visit; second: Visit };

/** The figures as a Markdown table; in brackets what share of the default page they are. */
export function table(
  defaults: { sync: Visits; async: Visits },
  measured: Measured[],
  machine: string,
): string {
  const rows = [
    ...Object.entries(defaults).map(([api, visits]) => row(`default Redoc, ${api}`, visits)),
    ...measured.map((it) => row(it.page, it, it.peer)),
  ];
  return [
    `${machine}. First visit / second visit.`,
    '',
    '| Page | gzip kB | Requests | First paint ms | Largest paint ms | Blocking ms |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function row(name: string, { first, second }: Visits, peer?: Visits): string {
  const both = (figure: keyof Visit, scale = 1) =>
    `${round(first[figure] / scale)} / ${round(second[figure] / scale)}`;
  const share = (figure: keyof Visit) =>
    peer ? ` (${(first[figure] / (peer.first[figure] || 1)).toFixed(2)} ×)` : '';
  const weight = peer
    ? ` (${(first.bytes / peer.first.bytes).toFixed(2)} / ${(second.bytes / peer.second.bytes).toFixed(2)} ×)`
    : '';
  const cells = [
    name,
    both('bytes', 1000) + weight,
    both('requests'),
    both('firstPaint') + share('firstPaint'),
    both('largestPaint') + share('largestPaint'),
    both('blocking'),
  ];
  return `| ${cells.join(' | ')} |`;
}

function round(value: number): string {
  return value < 10 && value !== Math.round(value) ? value.toFixed(1) : String(Math.round(value));
}
