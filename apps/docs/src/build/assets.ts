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

/** Bundles the style sheet of all pages. */
export function bundleStyle(): Promise<string> {
  return bundleOne({ entryPoints: ['assets/styles/site.css'], target: 'esnext' });
}

/** Adds the style sheet of one part of the site as a separate file. */
export async function addStyle(files: Files, name: string): Promise<string> {
  const entry = `assets/styles/${name}/${name}.css`;
  return addAsset(
    files,
    `${name}.css`,
    await bundleOne({ entryPoints: [entry], target: 'esnext' }),
  );
}

/** Bundles the inline script of all pages. Unlike a module, it runs before the first paint. */
export function bundleEarlyScript(): Promise<string> {
  return bundleOne({ entryPoints: ['browser/before-paint.ts'], format: 'iife' });
}

/** Bundles the module that prepares a page for Redoc. Sharing a chunk with other pages would cost them a request. */
export function bundlePrepareRedoc(): Promise<string> {
  return bundleOne({ entryPoints: ['browser/prepare-redoc.ts'], format: 'esm' });
}

/**
 * Adds the module that every page loads, with the search index and the chunks that it loads on demand.
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
    // Chunks shared with the checker would contain code that only the checker needs.
    splitting: false,
    // The page never calls the control surface, which the sandbox loads on demand.
    plugins: [markExternal(/\/control\/control\.js$/), withoutDescriptions],
    define: constantsOf({ TRY_STYLE: `./${basename(style)}`, TRY_OPERATIONS: operations }),
  });
  return addModule(files, 'browser/page.ts', {
    splitting: true,
    define: constantsOf({
      SEARCH_INDEX: `./${basename(index)}`,
      TRY_SCRIPT: `./${basename(tryScript)}`,
    }),
  });
}

/** Constants in the form that esbuild replaces their names with. */
function constantsOf(constants: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)]),
  );
}

/** Excludes the modules with a matching path from the bundle. */
function markExternal(filter: RegExp): Plugin {
  return {
    name: 'mark-external',
    setup: ({ onResolve }) => onResolve({ filter }, ({ path }) => ({ path, external: true })),
  };
}

/** Removes the descriptions in the schema of workspace files, which only editors show. */
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
  if (!entry) throw new Error(`esbuild returned no output for ${entryPoint}`);
  return entry[0];
}

async function bundleOne(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({ ...common, ...options, write: false });
  const [file] = outputFiles;
  if (!file) throw new Error(`esbuild returned no output for ${String(options.entryPoints)}`);
  return file.text.trim();
}
