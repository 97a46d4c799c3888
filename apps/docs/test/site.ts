import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundlePath } from '@telecrm/spec/files';
import { readApi } from '../src/spec/api.ts';

/** The folder of the built site. */
export const dist = fileURLToPath(new URL('../dist', import.meta.url));

/** The addresses of all pages but the 404 page, from the site's root. */
export const pages = globSync('**/index.html', { cwd: dist })
  .map((path) => `/${path.replace(/index\.html$/, '')}`)
  .sort();

/** The pages that Redoc draws on. */
export const references = ['/async/', '/sync/'];

export const apis = [
  await readApi('sync', bundlePath('sync')),
  await readApi('async', bundlePath('async')),
];

export const operations = apis.flatMap((api) =>
  api.operations.map((operation) => ({ ...operation, api: api.slug })),
);
