import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The folder of the built site. */
export const dist = join(
  dirname(createRequire(import.meta.url).resolve('@telecrm/docs/package.json')),
  'dist',
);

export type Kind = 'landing' | 'plain' | 'reference';

export interface Page {
  /** Its path from the root of the site. */
  path: string;
  kind: Kind;
  /** The API whose default page it is compared with. */
  api: 'sync' | 'async';
}

/** All pages except for the 404 page. */
export const pages: Page[] = globSync('**/index.html', { cwd: dist })
  .map((file) => `/${file.replace(/index\.html$/, '')}`)
  .sort()
  .map((path) => ({
    path,
    kind: pageKind(path),
    api: path.startsWith('/async/') ? 'async' : 'sync',
  }));

function pageKind(path: string): Kind {
  if (path === '/') return 'landing';
  return path.endsWith('/redoc/') ? 'reference' : 'plain';
}
