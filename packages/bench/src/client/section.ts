import type { Bar, Row, Section } from '../table/row.ts';
import { folder, generateClients } from './generated.ts';
import { overhead } from './overhead.ts';
import { bundles, sizeLimits, sizeOf, sizeOfModule } from './size.ts';
import { type Compiler, type TypeCost, typeCost } from './types.ts';

const compilers: Record<Compiler, string> = {
  typescript: 'TypeScript 5.9',
  'typescript-7': 'TypeScript 7',
};

/** The client beside bare fetch, openapi-fetch, and what `@hey-api/openapi-ts` generates. */
export async function client({ quick }: { quick: boolean }): Promise<Section> {
  await generateClients();
  const rows = [await call(quick ? 500 : 4000), ...(await sizes())];
  for (const compiler of ['typescript', 'typescript-7'] as const) {
    rows.push(...(await types(compiler, quick ? 1 : 5)));
  }
  return { name: 'Client', rows };
}

async function call(calls: number): Promise<Row> {
  const { telecrm, ...others } = await overhead(calls);
  return {
    what: 'one call, median',
    unit: 'µs',
    ours: telecrm,
    peers: Object.entries(others).map(([name, figure]) => ({ name, figure })),
    bars: [{ at: 'most', value: 1.25, of: 'bare fetch' }],
  };
}

async function sizes(): Promise<Row[]> {
  const bare = await sizeOf(['default'], 'openapi-fetch');
  const rows: Row[] = [];
  for (const api of ['sync', 'async'] as const) {
    const generated = await sizeOfModule(
      `export * from '${folder}/${api}/index.js'; export * from '${folder}/${api}/client.gen.js';`,
    );
    rows.push({
      what: `${api === 'sync' ? 'Sync' : 'Async'} client, every method, min + gzip`,
      unit: 'B',
      ours: await sizeOf(bundles[api]),
      peers: [
        { name: 'openapi-fetch', figure: bare },
        { name: 'hey-api', figure: generated },
      ],
      bars: [{ at: 'most', value: sizeLimits[api] }],
      note: 'Ours repeats, pages, ends in time and has typed errors; the others do none of it.',
    });
  }
  return rows;
}

async function types(compiler: Compiler, runs: number): Promise<Row[]> {
  const ours = await typeCost('telecrm', compiler, runs);
  const bare = await typeCost('openapi-fetch', compiler, runs);
  const generated = await typeCost('hey-api', compiler, runs);
  const row = (what: string, unit: string, figure: keyof TypeCost): Row => ({
    what: `${compilers[compiler]}, each operation once: ${what}`,
    unit,
    ours: ours[figure],
    peers: [
      { name: 'openapi-fetch', figure: bare[figure] },
      { name: 'hey-api', figure: generated[figure], note: thin },
    ],
    bars: [bar],
  });
  return [row('instantiations', '', 'instantiations'), row('time', 's', 'seconds')];
}

const bar: Bar = { at: 'most', value: 1.5, of: 'openapi-fetch' };
const thin =
  'Its types know of an action no more than its `type`. What it generates is the user’s own source, so it is checked too.';
