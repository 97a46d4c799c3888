import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

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

/** What users import, and how much of it may be paid for. */
export const bundles: { what: string; names: string[]; limit?: number }[] = [
  { what: 'Sync client', names: ['createSyncClient', 'isTelecrmError'], limit: 6500 },
  { what: 'Async client', names: ['createAsyncClient', 'isTelecrmError'], limit: 6500 },
  { what: 'both clients', names: ['createSyncClient', 'createAsyncClient', 'isTelecrmError'] },
  { what: 'Sync client and upsertLead', names: ['createSyncClient', 'upsertLead'] },
  { what: 'Async client and ingestMany', names: ['createAsyncClient', 'ingestMany'] },
];
