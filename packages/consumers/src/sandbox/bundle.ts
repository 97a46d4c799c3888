import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, inject } from 'vitest';

/** A program of the project as one file for a browser or a worker: nothing of Node is known there. */
export async function bundleProgram(program: string): Promise<string> {
  const { outputFiles, warnings } = await build({
    entryPoints: [join(inject('consumer'), program)],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    // What a worker's own runtime provides.
    external: ['cloudflare:*'],
    write: false,
    legalComments: 'none',
    logLevel: 'silent',
  });
  expect(warnings).toEqual([]);
  return outputFiles.map(({ text }) => text).join('');
}
