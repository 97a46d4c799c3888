import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, inject } from 'vitest';

/** Bundles a program of the project into one file for a browser or a worker, without Node's built-in modules. */
export async function bundleProgram(program: string): Promise<string> {
  const { outputFiles, warnings } = await build({
    entryPoints: [join(inject('consumer'), program)],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    // Provided by the runtime of a worker.
    external: ['cloudflare:*'],
    write: false,
    legalComments: 'none',
    logLevel: 'silent',
  });
  expect(warnings).toEqual([]);
  return outputFiles.map(({ text }) => text).join('');
}
