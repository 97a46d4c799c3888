import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint, version } from '@telecrm/spec';
import { bundlePath } from '@telecrm/spec/files';
import { readChangelog } from '../content/changelog/read-changelog.ts';
import { readToolGuides } from '../content/guides/tools.ts';
import type { Source } from './site.ts';

/**
 * Reads the input of the build from the repository and the environment.
 *
 * @param options.release - Whether the site will be published. `DOCS_URL` is then required.
 */
export async function readSource({ release = false } = {}): Promise<Source> {
  const repository = fileURLToPath(new URL('../../../../', import.meta.url));
  const published = repositoryOf(process.env.DOCS_REPOSITORY);
  return {
    origin: originOf(process.env.DOCS_URL, release),
    fingerprint,
    version,
    ...(published && { repository: published }),
    bundles: { sync: bundlesOf('sync'), async: bundlesOf('async') },
    guides: join(dirname(bundlePath('sync')), 'guides.json'),
    tools: await readToolGuides(repository),
    releases: await readChangelog(repository),
  };
}

function bundlesOf(api: 'sync' | 'async') {
  return { json: bundlePath(api, 'json'), yaml: bundlePath(api, 'yaml') };
}

/** The URL of the site, from the value of `DOCS_URL`. */
export function originOf(value: string | undefined, release: boolean): string {
  if (!value) {
    if (release)
      throw new Error('DOCS_URL is not set: set it to the URL where the site will be published');
    return 'http://127.0.0.1:4000/';
  }
  const url = URL.parse(value);
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
    throw new Error(`DOCS_URL must be an http or https URL without query and fragment: ${value}`);
  }
  if (release && url.protocol !== 'https:')
    throw new Error(`DOCS_URL must start with https: ${value}`);
  return url.href.replace(/\/*$/, '/');
}

/** The URL of the public repository, from the value of `DOCS_REPOSITORY`. Without it, pages do not link to their source. */
export function repositoryOf(value: string | undefined): string | undefined {
  if (!value) return undefined;
  const url = URL.parse(value);
  if (url?.protocol !== 'https:' || url.search || url.hash) {
    throw new Error(`DOCS_REPOSITORY must be the https URL of a repository: ${value}`);
  }
  return url.href.replace(/\/*$/, '/');
}
