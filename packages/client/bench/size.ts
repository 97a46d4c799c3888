import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { table as asyncTable } from '../src/generated/async-table.ts';
import { table as syncTable } from '../src/generated/sync-table.ts';
import { readTable } from '../src/operation.ts';

/** The bytes, minified and gzipped, of a module that imports these names and nothing else. */
export async function sizeOf(names: readonly string[], from = '@telecrm/client'): Promise<number> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { ${names.join(', ')} } from '${from}';`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length;
}

/** What each operation of the spec may add. */
const perOperation = 40;

/** What users import, and how much of it may be paid for: 6,500 bytes with the operations of the first release. */
export const bundles: { what: string; names: string[]; limit?: number }[] = [
  {
    what: 'Sync client',
    names: ['createSyncClient', 'isTelecrmError'],
    limit: 5780 + perOperation * readTable(syncTable).length,
  },
  {
    what: 'Async client',
    names: ['createAsyncClient', 'isTelecrmError'],
    limit: 6460 + perOperation * readTable(asyncTable).length,
  },
  { what: 'both clients', names: ['createSyncClient', 'createAsyncClient', 'isTelecrmError'] },
  { what: 'Sync client and upsertLead', names: ['createSyncClient', 'upsertLead'] },
  { what: 'Async client and ingestMany', names: ['createAsyncClient', 'ingestMany'] },
];
