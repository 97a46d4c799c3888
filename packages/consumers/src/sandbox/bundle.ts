import { basename, join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { expect, inject } from 'vitest';

const common = {
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  // Provided by the runtime of a worker.
  external: ['cloudflare:*'],
  legalComments: 'none',
  logLevel: 'silent',
} satisfies BuildOptions;

/** Bundles a program of the project into one file for a browser or a worker, without Node's built-in modules. */
export async function bundleProgram(program: string): Promise<string> {
  const { outputFiles, warnings } = await build({
    ...common,
    entryPoints: [join(inject('consumer'), program)],
    write: false,
  });
  expect(warnings).toEqual([]);
  return outputFiles.map(({ text }) => text).join('');
}

/** The code that a program loads immediately, if a bundler splits off modules that are loaded on demand. */
export async function bundleAtStart(program: string): Promise<string[]> {
  const { outputFiles, metafile } = await build({
    ...common,
    entryPoints: [join(inject('consumer'), program)],
    splitting: true,
    metafile: true,
    outdir: inject('consumer'),
    write: false,
  });
  const chunks = Object.entries(metafile.outputs);
  // Modules imported on demand are entry points, too.
  const entries = chunks.filter(([, { entryPoint }]) => entryPoint?.endsWith(program));
  const atStart = new Set(entries.map(([path]) => path));
  // Includes files that are added during the iteration.
  for (const visited of atStart) {
    const imports = chunks.flatMap(([path, chunk]) => (path === visited ? chunk.imports : []));
    for (const { path, kind } of imports) if (kind === 'import-statement') atStart.add(path);
  }
  const names = new Set([...atStart].map((path) => basename(path)));
  return outputFiles.filter(({ path }) => names.has(basename(path))).map(({ text }) => text);
}
