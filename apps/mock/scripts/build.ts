/**
 * Builds dist: the sandbox and all that it needs in a few files, which start faster than many, with Prism as a file of its
 * own that is loaded on demand; the page for people; the licenses of what they contain; the description of the control
 * surface.
 */
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { buildPage } from './build-page.ts';
import { thirdPartyLicenses } from './licenses.ts';

/** One of Prism's dependencies has a UMD build, whose `require` no bundler can follow, and an ESM build beside it. */
const jsoncParser: Plugin = {
  name: 'jsonc-parser',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^jsonc-parser$/ }, ({ kind, resolveDir }) =>
      resolve('jsonc-parser/lib/esm/main.js', { kind, resolveDir }),
    );
  },
};

/**
 * Node's built-in modules as `process.getBuiltinModule` returns them. An `import` evaluates everything that such a module
 * exports, for example Node's own `fetch`, which takes a large part of the startup time.
 */
const builtins: Plugin = {
  name: 'builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path, kind }) =>
      kind === 'import-statement' ? { path, namespace: 'builtin' } : undefined,
    );
    onLoad({ filter: /^/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('${path}');`,
    }));
  },
};

const dist = new URL('../dist/', import.meta.url);

await rm(dist, { recursive: true, force: true });
await mkdir(dist);
const { metafile } = await build({
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  entryPoints: ['src/index.ts', 'src/main.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.18',
  metafile: true,
  logLevel: 'warning',
  legalComments: 'none',
  chunkNames: '[name]-[hash]',
  // Node reads less code. Names and short lines keep stack traces readable.
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 120,
  plugins: [jsoncParser, builtins],
  // Some of Prism's dependencies are CommonJS and load Node's modules by `require`.
  banner: {
    js: "const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);",
  },
});
const page = await buildPage(new URL('page/', dist));
const inputs = { ...metafile.inputs, ...page.inputs };
await writeFile(new URL('THIRD-PARTY-LICENSES.txt', dist), await thirdPartyLicenses(inputs));
await copyFile(
  new URL(import.meta.resolve('@telecrm/sandbox/openapi.yaml')),
  new URL('openapi.yaml', dist),
);
