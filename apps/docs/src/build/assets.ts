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

/** The paths of the modules that the pages load. */
export interface Scripts {
  /** The module of most pages. */
  script: string;
  /** The module of the checker's page, which contains the other one. */
  checkScript: string;
}

/** Adds the modules that the pages load, with what these load on demand. */
export async function addScripts(
  files: Files,
  searchIndex: string,
  operations: readonly TryOperation[],
): Promise<Scripts> {
  const index = addAsset(files, 'search-index.json', searchIndex);
  const search = await addModule(files, 'browser/search.ts', { SEARCH_INDEX: index });
  const style = await addStyle(files, 'try');
  const tryScript = await addModule(
    files,
    'browser/try/try.ts',
    { TRY_STYLE: style, TRY_OPERATIONS: operations },
    // The page never calls the control surface, which the sandbox loads on demand.
    [markExternal(/\/control\/control\.js$/), withoutDescriptions],
  );
  const rules = await addModule(files, 'browser/check/check-text.ts', {
    FETCH_SCRIPT: await addModule(files, 'check/fetch-call.ts'),
    CSV_SCRIPT: await addModule(files, 'check/csv.ts'),
  });
  const urls = { SEARCH_SCRIPT: search, TRY_SCRIPT: tryScript, CHECK_SCRIPT: rules };
  return {
    script: await addModule(files, 'browser/page.ts', urls),
    checkScript: await addModule(files, 'browser/check/check.ts', urls),
  };
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

/**
 * Adds a module as one file, so that its path can be imported again after a failure (see `loadModule`).
 *
 * @param constants - The build replaces their names in the module. Paths of assets become URLs relative to it.
 * @returns The path of the module.
 */
async function addModule(
  files: Files,
  entryPoint: string,
  constants: Record<string, unknown> = {},
  plugins: Plugin[] = [],
): Promise<string> {
  const values = Object.entries(constants).map(([name, value]) => {
    const isAsset = typeof value === 'string' && files.has(value);
    return [name, JSON.stringify(isAsset ? `./${basename(value)}` : value)] as const;
  });
  const text = await bundleOne({
    entryPoints: [entryPoint],
    format: 'esm',
    plugins,
    define: Object.fromEntries(values),
  });
  return addAsset(files, `${basename(entryPoint, '.ts')}.js`, text);
}

async function bundleOne(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({ ...common, ...options, write: false });
  const [file] = outputFiles;
  if (!file) throw new Error(`esbuild returned no output for ${String(options.entryPoints)}`);
  return file.text.trim();
}
