import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

it('bundles for a browser without the spec', async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL('index.ts', import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    metafile: true,
  });
  expect(Object.keys(metafile.inputs).filter((path) => path.includes('spec/dist'))).toEqual([]);
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  expect(Buffer.from(code).toString()).not.toContain('openapi');
  expect(gzipSync(code).length).toBeLessThan(72_000);
});
