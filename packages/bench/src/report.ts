import type { Figures, Filled } from './measure.ts';
import { kinds } from './requests.ts';
import type { Name } from './server.ts';

/** A figure that has to be reached. */
export interface Bar {
  what: string;
  reached: boolean;
}

export interface Results {
  compared: Record<Name, Figures>;
  filled: Filled;
}

/** What has to hold. */
export function bars({ compared: { sandbox, prism }, filled }: Results): Bar[] {
  const create = sandbox.load['create lead'].perSecond / prism.load['create lead'].perSecond;
  return [
    { what: 'create lead: at least 1.5 × the throughput of Prism', reached: create >= 1.5 },
    { what: 'start-up: no slower than Prism', reached: sandbox.startUp <= prism.startUp },
    { what: `${filled.leads} leads: under 400 MB`, reached: filled.memory < 400 },
    {
      what: `${filled.leads} leads: search by identifier, p99 under 20 ms`,
      reached: filled.search.p99 < 20,
    },
  ];
}

/** Everything as a Markdown table, and below it what has to hold. */
export function report(results: Results): string {
  const { sandbox, prism } = results.compared;
  const { filled } = results;
  const rows = kinds.flatMap((kind) => {
    const [ours, theirs] = [sandbox.load[kind], prism.load[kind]];
    return [
      row(`${kind}, requests/s`, ours.perSecond, theirs.perSecond, 0),
      row(`${kind}, p99 in ms`, ours.p99, theirs.p99, 2),
      row(`${kind}, processor ms each`, ours.processor ?? 0, theirs.processor ?? 0, 3),
    ];
  });
  const lines = [
    '| | sandbox | Prism CLI | ratio |',
    '|---|---:|---:|---:|',
    ...rows,
    row('start-up to the first answer, ms', sandbox.startUp, prism.startUp, 0),
    row('memory after that load, MB', sandbox.memory, prism.memory, 0),
    `| memory with ${filled.leads} leads, MB | ${filled.memory.toFixed(0)} | – | – |`,
    `| search among ${filled.leads} leads, requests/s | ${filled.search.perSecond.toFixed(0)} | – | – |`,
    `| search among ${filled.leads} leads, p99 in ms | ${filled.search.p99.toFixed(2)} | – | – |`,
    '',
    ...bars(results).map(({ what, reached }) => `- ${reached ? 'reached' : 'MISSED'}: ${what}`),
  ];
  return lines.join('\n');
}

function row(what: string, ours: number, theirs: number, digits: number): string {
  return `| ${what} | ${ours.toFixed(digits)} | ${theirs.toFixed(digits)} | ${(ours / theirs).toFixed(2)} |`;
}
