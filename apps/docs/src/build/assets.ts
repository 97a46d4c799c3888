import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import type { TryOperation } from '../try/operations.ts';
import { addAsset, type Files } from './files.ts';

const source = fileURLToPath(new URL('..', import.meta.url));

const common = {
  absWorkingDir: source,
  bundle: true,
  minify: true,
  target: 'es2024',
  logLevel: 'silent',
} satisfies BuildOptions;

/** The style sheet of every page. */
export function bundleStyle(): Promise<string> {
  return bundleOne({ entryPoints: ['assets/styles/site.css'], target: 'esnext' });
}

/** The style sheet of one part of the site, as a file of its own. */
export async function addStyle(files: Files, name: string): Promise<string> {
  const entry = `assets/styles/${name}/${name}.css`;
  return addAsset(
    files,
    `${name}.css`,
    await bundleOne({ entryPoints: [entry], target: 'esnext' }),
  );
}

/** The inline script of every page. It runs before the first paint, which a module does not. */
export function bundleEarlyScript(): Promise<string> {
  return bundleOne({ entryPoints: ['browser/before-paint.ts'], format: 'iife' });
}

/** The module that prepares a page for Redoc. It stands alone: a chunk shared with other pages would cost them a request. */
export function bundlePrepareRedoc(): Promise<string> {
  return bundleOne({ entryPoints: ['browser/prepare-redoc.ts'], format: 'esm' });
}

/**
 * Adds the module that every page loads, and the chunks and the search index that it loads on demand.
 *
 * @returns The path of the module.
 */
export async function addScripts(
  files: Files,
  searchIndex: string,
  operations: readonly TryOperation[],
): Promise<string> {
  const index = addAsset(files, 'search-index.json', searchIndex);
  const tryStyle = await addStyle(files, 'try');
  const { outputFiles, metafile } = await build({
    ...common,
    write: false,
    entryPoints: ['browser/page.ts'],
    define: {
      SEARCH_INDEX: JSON.stringify(`./${basename(index)}`),
      TRY_STYLE: JSON.stringify(`./${basename(tryStyle)}`),
      TRY_OPERATIONS: JSON.stringify(operations),
    },
    format: 'esm',
    splitting: true,
    metafile: true,
    outdir: 'assets',
    entryNames: '[name].[hash]',
    chunkNames: '[name].[hash]',
  });
  for (const { path, text } of outputFiles) files.set(`assets/${basename(path)}`, text);
  const entry = Object.entries(metafile.outputs).find(
    ([, { entryPoint }]) => entryPoint === 'browser/page.ts',
  );
  if (!entry) throw new Error('esbuild names no output for browser/page.ts');
  return entry[0];
}

async function bundleOne(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({ ...common, ...options, write: false });
  const [file] = outputFiles;
  if (!file) throw new Error(`esbuild has made nothing of ${String(options.entryPoints)}`);
  return file.text.trim();
}
