/**
 * Writes src/generated: the description of the control surface as a module, its types, and what Prism makes of each
 * description, which would otherwise take a sixth of every start. And `dist/openapi.yaml`, the same description as one
 * file for those who use the package.
 */
import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { fingerprint } from '@telecrm/spec';
import { bundlePath } from '@telecrm/spec/files';
import openapiTS, { astToString } from 'openapi-typescript';
import { stringify } from 'yaml';
import manifest from '../package.json' with { type: 'json' };

const root = new URL('../', import.meta.url);
const folder = new URL('../src/generated/', import.meta.url);

const { stdout } = await promisify(execFile)(
  'redocly',
  // The guides are of the two APIs.
  [
    'bundle',
    'sandbox',
    '--config',
    '../../redocly.yaml',
    '--skip-decorator=telecrm/guides',
    '--ext=json',
  ],
  { cwd: root, maxBuffer: 64 * 1024 * 1024 },
);
const document = JSON.parse(stdout);
document.info.version = manifest.version;
const types = astToString(await openapiTS(document, { immutable: true }));
const json = JSON.stringify(document, null, 2);

const read = async (api: 'sync' | 'async') => JSON.parse(await readFile(bundlePath(api), 'utf8'));
const prepared = {
  fingerprint,
  sync: await getHttpOperationsFromSpec(await read('sync')),
  async: await getHttpOperationsFromSpec(await read('async')),
  control: await getHttpOperationsFromSpec(structuredClone(document)),
};

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await writeFile(new URL('control-types.ts', folder), types);
await writeFile(
  new URL('control-document.ts', folder),
  `// Generated from description; do not edit.\nexport const document: unknown = ${json};\n`,
);
await writeFile(
  new URL('prepared.ts', folder),
  `// Generated from the descriptions; do not edit. As text it is read faster than as code.
export const prepared: unknown = JSON.parse(${JSON.stringify(JSON.stringify(prepared))});\n`,
);
await mkdir(new URL('dist/', root), { recursive: true });
await writeFile(
  new URL('dist/openapi.yaml', root),
  stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 }),
);
