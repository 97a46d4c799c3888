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
  plugins: [jsoncParser],
  // Some of Prism's dependencies are CommonJS and ask for Node's modules by `require`.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
const page = await buildPage(new URL('page/', dist));
const inputs = { ...metafile.inputs, ...page.inputs };
await writeFile(new URL('THIRD-PARTY-LICENSES.txt', dist), await thirdPartyLicenses(inputs));
await copyFile(
  new URL(import.meta.resolve('@telecrm/sandbox/openapi.yaml')),
  new URL('openapi.yaml', dist),
);
