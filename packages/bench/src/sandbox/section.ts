import type { Bar, Peer, Row, Section } from '../table/row.ts';
import type { Name } from './commands.ts';
import { compare, type Figures, type Filled, fill } from './measure.ts';
import { type Kind, kinds } from './requests.ts';

type All = Record<Name, Figures>;
type Figure = 'perSecond' | 'p99';

/** The sandbox beside the Prism CLI, Steady and Scalar's mock server, all with the Sync API's bundle. */
export async function sandbox({ quick }: { quick: boolean }): Promise<Section> {
  const effort = {
    rounds: quick
      ? { sandbox: 1, Prism: 1, Steady: 1, Scalar: 1 }
      : { sandbox: 5, Prism: 5, Steady: 1, Scalar: 1 },
    seconds: quick ? 1 : 3,
    connections: 10,
    leads: quick ? 10_000 : 100_000,
  };
  const all = await compare(effort);
  const filled = await fill(effort);
  return { name: 'Sandbox', rows: rowsOf(all, filled) };
}

/** The rows of what was measured. */
export function rowsOf(all: All, filled: Filled): Row[] {
  const rows = kinds.flatMap((kind): Row[] => [
    {
      what: `${kind}, throughput`,
      unit: '/s',
      ours: ours(all, kind, 'perSecond'),
      peers: peers(all, kind, 'perSecond'),
      bars: kind === 'create lead' ? [{ at: 'least', value: 1.5, of: 'Prism' }] : [],
    },
    {
      what: `${kind}, p99`,
      unit: 'ms',
      ours: ours(all, kind, 'p99'),
      peers: peers(all, kind, 'p99'),
      bars: [],
    },
  ]);
  const plain = (what: string, unit: string, figure: 'startUp' | 'memory', bars: Bar[]): Row => ({
    ...{ what, unit, bars },
    ours: all.sandbox[figure],
    peers: names.map((name) => ({ name, figure: all[name][figure] })),
  });
  return [
    ...rows,
    plain('start to first answer', 'ms', 'startUp', [{ at: 'most', value: 1, of: 'Prism' }]),
    plain('memory after that load', 'MB', 'memory', []),
    ...many(all, filled),
  ];
}

/** With many leads in it. The peers keep none, so their figures are those from above. */
function many(all: All, { leads, memory, search }: Filled): Row[] {
  const kind = 'search by identifier';
  const what = `${leads.toLocaleString('en-GB')} leads: `;
  return [
    {
      ...{ what: `${what}memory`, unit: 'MB', ours: memory, note: stateless },
      peers: names.map((name) => ({ name, figure: all[name].memory })),
      bars: [{ at: 'most', value: 400 }],
    },
    {
      ...{ what: `${what}${kind}, throughput`, unit: '/s', ours: search.perSecond },
      ...{ peers: peers(all, kind, 'perSecond'), bars: [], note: stateless },
    },
    {
      ...{ what: `${what}${kind}, p99`, unit: 'ms', ours: search.p99, note: stateless },
      peers: peers(all, kind, 'p99'),
      bars: [{ at: 'most', value: 20 }],
    },
  ];
}

const names = ['Prism', 'Steady', 'Scalar'] as const;
const stateless = 'The peers keep no leads: theirs are the figures of the rows above.';

function ours({ sandbox }: All, kind: Kind, figure: Figure): number {
  const outcome = sandbox.load[kind];
  if ('refused' in outcome) throw new Error(`${kind}: the sandbox ${outcome.refused}`);
  return outcome[figure];
}

function peers(all: All, kind: Kind, figure: Figure): Peer[] {
  return names.map((name) => {
    const outcome = all[name].load[kind];
    return 'refused' in outcome
      ? { name, figure: null, note: `${name} ${outcome.refused}.` }
      : { name, figure: outcome[figure] };
  });
}
