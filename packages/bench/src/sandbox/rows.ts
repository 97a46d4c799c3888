import type { Bar, Peer, Row } from '../report/row.ts';
import type { Figures, Filled } from './measure.ts';
import { type Call, calls } from './requests.ts';
import { type ServerName, servers } from './servers.ts';

type All = Record<ServerName, Figures>;
type Figure = 'perSecond' | 'p99';

const min = (value: number, of: string): Bar => ({ at: 'min', value, of });
const max = (value: number, of: string): Bar => ({ at: 'max', value, of });

const throughputBars: Record<Call, Bar[]> = {
  'create lead': [min(1, 'Steady'), min(2.5, 'Prism'), min(0.4, 'bare node:http')],
  'get lead': [min(1, 'Steady')],
  'search by identifier': [min(1, 'Steady')],
};

/** The rows of the measurements. */
export function rowsOf(all: All, filled: Filled): Row[] {
  const rows = calls.flatMap((call): Row[] => [
    {
      name: `${call}, throughput`,
      unit: '/s',
      ours: ours(all, call, 'perSecond'),
      peers: peers(all, call, 'perSecond'),
      bars: throughputBars[call],
    },
    {
      name: `${call}, p99`,
      unit: 'ms',
      ours: ours(all, call, 'p99'),
      peers: peers(all, call, 'p99'),
      bars: [],
    },
  ]);
  const plain = (name: string, unit: string, figure: 'startUp' | 'memory'): Row => ({
    name,
    unit,
    ours: all.sandbox[figure],
    peers: names.map((name) => ({ name, figure: all[name][figure], ...noteOf(name) })),
    bars: [max(1, 'Steady')],
  });
  return [
    ...rows,
    plain('start to first response', 'ms', 'startUp'),
    {
      ...plain('memory after that load', 'MB', 'memory'),
      note: 'Every server received the same number of requests; only the sandbox stores the leads.',
    },
    ...filledRows(all, filled),
  ];
}

/** The sandbox in process: sequential calls, including the construction of requests and responses. */
export function inProcessRow(all: All, perSecond: number): Row {
  return {
    name: 'in process: create lead, throughput',
    unit: '/s',
    ours: perSecond,
    peers: [{ name: 'our server', figure: ours(all, 'create lead', 'perSecond') }],
    bars: [],
  };
}

/** With many leads. The peers store none, so their figures are those from above. */
function filledRows(all: All, { leads, memory, search }: Filled): Row[] {
  const call = 'search by identifier';
  const prefix = `${leads.toLocaleString('en-GB')} leads: `;
  const note = 'The other servers store no leads, so their figures are those of the rows above.';
  return [
    {
      name: `${prefix}memory`,
      unit: 'MB',
      ours: memory,
      peers: names.map((name) => ({ name, figure: all[name].memory, ...noteOf(name) })),
      bars: [{ at: 'max', value: 400 }],
      note,
    },
    {
      name: `${prefix}${call}, throughput`,
      unit: '/s',
      ours: search.perSecond,
      peers: peers(all, call, 'perSecond'),
      bars: [],
      note,
    },
    {
      name: `${prefix}${call}, p99`,
      unit: 'ms',
      ours: search.p99,
      peers: peers(all, call, 'p99'),
      bars: [{ at: 'max', value: 20 }],
      note,
    },
  ];
}

const names = ['Prism', 'Steady', 'Scalar', 'bare node:http'] as const;

function ours({ sandbox }: All, call: Call, figure: Figure): number {
  const outcome = sandbox.load[call];
  if ('rejection' in outcome) throw new Error(`${call}: the sandbox ${outcome.rejection}`);
  return outcome[figure];
}

function peers(all: All, call: Call, figure: Figure): Peer[] {
  return names.map((name): Peer => {
    const outcome = all[name].load[call];
    if ('rejection' in outcome)
      return { name, figure: null, note: `${name} ${outcome.rejection}.` };
    const busy = outcome.generatorLoad >= 0.9;
    return {
      name,
      figure: outcome[figure],
      ...(busy && figure === 'perSecond' ? { note: limited } : noteOf(name)),
    };
  });
}

const limited = 'The load generator was saturated, so this server could do more.';

function noteOf(name: ServerName): { note?: string } {
  return servers[name].validates ? {} : { note: 'It does not validate requests.' };
}
