/** Writes src/generated: types and methods of both APIs, and what the client says about itself. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fingerprint } from '@telecrm/spec';
import { bundlePath } from '@telecrm/spec/files';
import type { OpenAPI3 } from 'openapi-typescript';
import manifest from '../package.json' with { type: 'json' };
import { errorsModule } from './errors-module.ts';
import { methodsModule } from './methods-module.ts';
import { operationsOf } from './operations.ts';
import { specModule } from './spec-module.ts';
import { tableModule } from './table-module.ts';
import { wireTypes } from './wire-types.ts';

const folder = new URL('../src/generated/', import.meta.url);
const sync = await readBundle('sync');
const async = await readBundle('async');
const acknowledgement = { type: 'Acknowledgement', from: '../acknowledgement.ts' };
const apis = [
  { document: sync, module: 'sync', name: 'SyncMethods' },
  // The Async API confirms in more ways than it documents; see src/acknowledgement.ts.
  { document: async, module: 'async', name: 'AsyncMethods', answer: acknowledgement },
].map((api) => ({ ...api, operations: operationsOf(api.document) }));

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const { document, operations, ...api } of apis) {
  await write(`${api.module}.ts`, await wireTypes(document));
  await write(`${api.module}-methods.ts`, methodsModule(api, document, operations));
  await write(`${api.module}-table.ts`, tableModule(document, operations));
}
await write('errors.ts', errorsModule(apis));
await write('spec.ts', specModule({ version: manifest.version, fingerprint, sync, async }));

async function readBundle(api: 'sync' | 'async'): Promise<OpenAPI3> {
  return JSON.parse(await readFile(bundlePath(api, 'json'), 'utf8'));
}

async function write(name: string, text: string): Promise<void> {
  await writeFile(new URL(name, folder), text);
}
