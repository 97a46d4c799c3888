/** Writes src/generated: the types of both APIs, and what the client says about itself. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { bundlePath, fingerprint } from '@telecrm/spec';
import type { OpenAPI3 } from 'openapi-typescript';
import manifest from '../package.json' with { type: 'json' };
import { specModule } from './spec-module.ts';
import { wireTypes } from './wire-types.ts';

const folder = new URL('../src/generated/', import.meta.url);
const sync = await readBundle('sync');
const async = await readBundle('async');

await mkdir(folder, { recursive: true });
await write('sync.ts', await wireTypes(sync));
await write('async.ts', await wireTypes(async));
await write('spec.ts', specModule({ version: manifest.version, fingerprint, sync, async }));

async function readBundle(api: 'sync' | 'async'): Promise<OpenAPI3> {
  return JSON.parse(await readFile(bundlePath(api, 'json'), 'utf8'));
}

async function write(name: string, text: string): Promise<void> {
  await writeFile(new URL(name, folder), text);
}
