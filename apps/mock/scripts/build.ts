/**
 * Builds dist: the sandbox and its dependencies in a few files, which load faster than many; Prism in a separate file
 * that is loaded on demand; the console; the licenses of all bundled packages; and the description of the control
 * surface.
 */
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { buildPage } from './build-page.ts';
import { thirdPartyLicenses } from './licenses.ts';

/** One of Prism's dependencies has a UMD build, whose `require` bundlers cannot resolve, and an ESM build. */
const jsoncParser: Plugin = {
  name: 'jsonc-parser',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^jsonc-parser$/ }, ({ kind, resolveDir }) =>
      resolve('jsonc-parser/lib/esm/main.js', { kind, resolveDir }),
    );
  },
};

/**
 * Node's built-in modules as `process.getBuiltinModule` returns them. An `import` evaluates all exports of such a
 * module, for example Node's own `fetch`, which takes a large part of the startup time.
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
  entryPoints: {
    index: 'src/index.ts',
    main: 'src/main.ts',
    'health-thread': 'src/http/admission/health-thread.ts',
  },
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
  // Less code for Node to parse. Names and short lines keep stack traces readable.
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
