import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint, version } from '@telecrm/spec';
import { bundlePath } from '@telecrm/spec/files';
import type { Source } from './build/site.ts';
import { readChangelog } from './changelog/read-changelog.ts';

/** What the published site is made from. `DOCS_URL` says where it will stand. */
export async function source(): Promise<Source> {
  const origin = originOf(process.env.DOCS_URL ?? 'http://127.0.0.1:4000/');
  const repository = fileURLToPath(new URL('../../../', import.meta.url));
  return {
    origin,
    fingerprint,
    version,
    bundles: { sync: bundlesOf('sync'), async: bundlesOf('async') },
    guides: join(dirname(bundlePath('sync')), 'guides.json'),
    releases: await readChangelog(repository),
  };
}

function bundlesOf(api: 'sync' | 'async') {
  return { json: bundlePath(api, 'json'), yaml: bundlePath(api, 'yaml') };
}

function originOf(value: string): string {
  const url = URL.parse(value);
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
    throw new Error(`DOCS_URL is no address of a site: ${value}`);
  }
  return url.href.replace(/\/*$/, '/');
}
