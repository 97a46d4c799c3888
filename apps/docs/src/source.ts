import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundlePath, fingerprint, version } from '@telecrm/spec';
import type { Source } from './build/site.ts';
import { readPending, readReleases, withApiChanges } from './changelog/changelog.ts';
import { apiChanges } from './changelog/released-apis.ts';

/** The packages whose changes the changelog tells. */
const packages = ['@telecrm/spec', '@telecrm/client', '@telecrm/mock'];

/** What the published site is made from. `DOCS_URL` says where it will stand. */
export async function source(): Promise<Source> {
  const origin = originOf(process.env.DOCS_URL ?? 'http://127.0.0.1:4000/');
  const folders = packages.map((name) => [
    name,
    dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`))),
  ]);
  const repository = fileURLToPath(new URL('../../../', import.meta.url));
  const releases = [
    ...(await readPending(join(repository, '.changeset'))),
    ...(await readReleases(Object.fromEntries(folders))),
  ];
  return {
    origin,
    fingerprint,
    version,
    bundles: { sync: bundlesOf('sync'), async: bundlesOf('async') },
    guides: join(dirname(bundlePath('sync')), 'guides.json'),
    releases: withApiChanges(releases, await apiChanges(repository)),
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
