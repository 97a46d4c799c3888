import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import type { TryOperation } from '../try/operations.ts';
import { addAsset, type Files } from './files.ts';

const source = fileURLToPath(new URL('..', import.meta.url));

const common = {
  absWorkingDir: source,
  bundle: true,
  minify: true,
  target: 'es2024',
  legalComments: 'none',
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
  const style = await addStyle(files, 'try');
  const tryScript = await addModule(files, 'browser/try/try.ts', {
    // In one file: chunks in common with the checker would hold what only the checker needs.
    splitting: false,
    // The page never calls the control surface, which the sandbox would load on demand.
    plugins: [leaveOut(/\/control\/control\.js$/), withoutDescriptions],
    define: defined({ TRY_STYLE: `./${basename(style)}`, TRY_OPERATIONS: operations }),
  });
  return addModule(files, 'browser/page.ts', {
    splitting: true,
    define: defined({
      SEARCH_INDEX: `./${basename(index)}`,
      TRY_SCRIPT: `./${basename(tryScript)}`,
    }),
  });
}

/** Constants by the names that stand for them in a module. */
function defined(constants: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)]),
  );
}

/** Does not bundle what is imported by such a path. */
function leaveOut(filter: RegExp): Plugin {
  return {
    name: 'leave-out',
    setup: ({ onResolve }) => onResolve({ filter }, ({ path }) => ({ path, external: true })),
  };
}

/** Leaves out what editors show of a workspace file while it is written: only its JSON Schema is made of that. */
const withoutDescriptions: Plugin = {
  name: 'without-descriptions',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/workspace\/dist\/definition\/schema\/.*\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      return {
        contents: code.replaceAll(/\bdescription: (?:'[^'\\]*'|"[^"\\]*")/g, "description: ''"),
      };
    }),
};

/** Adds a module with its chunks. */
async function addModule(files: Files, entryPoint: string, options: BuildOptions): Promise<string> {
  const { outputFiles, metafile } = await build({
    ...common,
    ...options,
    write: false,
    entryPoints: [entryPoint],
    format: 'esm',
    metafile: true,
    outdir: 'assets',
    entryNames: '[name].[hash]',
    chunkNames: '[name].[hash]',
  });
  for (const { path, text } of outputFiles) files.set(`assets/${basename(path)}`, text);
  const entry = Object.entries(metafile.outputs).find(
    ([, output]) => output.entryPoint === entryPoint,
  );
  if (!entry) throw new Error(`esbuild names no output for ${entryPoint}`);
  return entry[0];
}

async function bundleOne(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({ ...common, ...options, write: false });
  const [file] = outputFiles;
  if (!file) throw new Error(`esbuild has made nothing of ${String(options.entryPoints)}`);
  return file.text.trim();
}
