import type { Section } from '../report/row.ts';
import { compare, measureFilled, measureInProcess } from './measure.ts';
import { inProcessRow, rowsOf } from './rows.ts';

const once = { sandbox: 1, Prism: 1, Steady: 1, Scalar: 1, 'bare node:http': 1 };

/** Compares the sandbox with the Prism CLI, Steady, Scalar's mock server and a bare server, all with the Sync API's bundle. */
export async function sandbox({ quick }: { quick: boolean }): Promise<Section> {
  const effort = {
    rounds: quick ? once : { ...once, sandbox: 5, Prism: 5, Steady: 5, 'bare node:http': 5 },
    requests: quick ? 3000 : 20_000,
    connections: 10,
    seconds: quick ? 1 : 3,
    leads: quick ? 10_000 : 100_000,
  };
  const all = await compare(effort);
  const filled = await measureFilled(effort);
  const inProcess = await measureInProcess(effort);
  return { name: 'Sandbox', rows: [...rowsOf(all, filled), inProcessRow(all, inProcess)] };
}
