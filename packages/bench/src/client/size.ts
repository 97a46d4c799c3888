import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** The size of a module that imports only these names, in bytes, minified and gzipped. */
export function sizeOf(names: readonly string[], from = '@telecrm/client'): Promise<number> {
  return sizeOfModule(`export { ${names.join(', ')} } from '${from}';`);
}

/** The size of a module and all of its imports, in bytes, minified and gzipped. */
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

/** The maximum size of a client with every method, in bytes. Below it, readable code is preferred to small code. */
export const sizeLimit = 8000;

/** The imports that users need to call an API. */
export const bundles = {
  sync: ['createSyncClient', 'isTelecrmError'],
  async: ['createAsyncClient', 'isTelecrmError'],
};
