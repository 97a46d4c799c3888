import { copyFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { defaultCredentials } from '@telecrm/sandbox';
import { facts, operations } from '@telecrm/sandbox/adapter';
import schema from '@telecrm/workspace/definition.schema.json' with { type: 'json' };
import { build, type Metafile } from 'esbuild';
import type { SandboxFacts } from '../page/src/sandbox-facts.ts';

const enterprise = '/enterprise/{enterpriseId}';

/** Constants that the page displays, from the sandbox itself. */
const sandboxFacts: SandboxFacts = {
  operations: operations.map(({ id, api, method, path }) => ({
    id,
    api,
    method,
    path: path.slice(path.indexOf(enterprise) + enterprise.length),
  })),
  basePaths: facts.basePaths,
  variants: Object.entries(schema.$defs.Variants.properties).map(([name, variant]) => ({
    name,
    title: variant.title,
    description: variant.description,
    ...('enum' in variant && { values: variant.enum }),
  })),
  publicWorkspace: defaultCredentials,
};

/** Builds the console: one script and one style sheet, with nothing inline. */
export async function buildPage(folder: URL): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
    entryPoints: { console: 'page/src/main.tsx', style: 'page/styles/console.css' },
    outdir: fileURLToPath(folder),
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: ['chrome125', 'firefox129', 'safari17.5'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { SANDBOX_FACTS: JSON.stringify(sandboxFacts) },
    metafile: true,
    logLevel: 'warning',
    legalComments: 'none',
  });
  await copyFile(new URL('../page/index.html', import.meta.url), new URL('index.html', folder));
  return metafile;
}
