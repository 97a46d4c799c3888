import { gzipSync } from 'node:zlib';
import async from '@telecrm/spec/async.json' with { type: 'json' };
import sync from '@telecrm/spec/sync.json' with { type: 'json' };
import { build } from 'esbuild';

/** The bytes, minified and gzipped, of a module that imports these names and nothing else. */
export function sizeOf(names: readonly string[], from = '@telecrm/client'): Promise<number> {
  return sizeOfModule(`export { ${names.join(', ')} } from '${from}';`);
}

/** The bytes, minified and gzipped, of a module and all it imports. */
export async function sizeOfModule(contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
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

/** What a client may weigh: 6,500 bytes with the operations of the first release. */
export const sizeLimits = {
  sync: 5780 + perOperation * count(sync.paths),
  async: 6460 + perOperation * count(async.paths),
};

function count(paths: object): number {
  return Object.values(paths)
    .flatMap((item: object) => Object.values(item))
    .filter((part: object) => 'operationId' in part).length;
}

/** What users import to call an API. */
export const bundles = {
  sync: ['createSyncClient', 'isTelecrmError'],
  async: ['createAsyncClient', 'isTelecrmError'],
};
