import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** The bytes, minified and gzipped, of a module that imports these names and nothing else. */
export function sizeOf(names: readonly string[], from = '@telecrm/client'): Promise<number> {
  return sizeOfModule(`export { ${names.join(', ')} } from '${from}';`);
}

/** The bytes, minified and gzipped, of a module and everything it imports. */
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

/** The maximum bytes of a client with every method. Below it, readable code is preferred to small code. */
export const sizeLimit = 8000;

/** The imports that users need to call an API. */
export const bundles = {
  sync: ['createSyncClient', 'isTelecrmError'],
  async: ['createAsyncClient', 'isTelecrmError'],
};
