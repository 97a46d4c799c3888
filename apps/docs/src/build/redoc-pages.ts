import { basename } from 'node:path';
import type { ApiModel } from '@telecrm/spec/model';
import type { Site } from '../pages/components/shell.ts';
import { redocPage } from '../pages/redoc.ts';
import type { RedocParts, RedocScripts } from '../redoc/parts.ts';
import { readRedocScript, readSampleStyles } from '../redoc/script.ts';
import { redocPolicy } from '../serve/csp.ts';
import { bundlePrepareRedoc } from './assets.ts';
import { addAsset, type Files } from './files.ts';

/** Adds a Redoc page for each API, and the response headers that these pages need. */
export async function addRedocPages(
  files: Files,
  site: Site,
  apis: readonly ApiModel[],
  logo: string,
  render: (api: ApiModel, scripts: RedocScripts) => Promise<RedocParts>,
): Promise<void> {
  const script = addAsset(files, 'redoc.js', await readRedocScript(`../../${logo}`));
  const prepare = addAsset(files, 'prepare-redoc.js', await bundlePrepareRedoc());
  const scripts = { redoc: `./${basename(script)}`, prepare: `./${basename(prepare)}` };
  const pages = await Promise.all(
    apis.map(async (api) => ({ api, parts: await render(api, scripts) })),
  );
  const attributes = [
    ...(await readSampleStyles()),
    ...pages.flatMap(({ parts }) => parts.styleAttributes),
  ];
  const policy = redocPolicy({ style: site.style, script: site.earlyScript }, attributes);
  for (const { api, parts } of pages) {
    const page = redocPage(site, api, parts, {
      policy,
      script,
      module: addAsset(files, `${api.name}.js`, parts.module),
      styles: addAsset(files, 'redoc.css', parts.styles),
    });
    files.set(`${api.name}/redoc/index.html`, String(page));
  }
  // The format of Netlify and Cloudflare Pages. Our server reads it, too.
  files.set('_headers', `/*\n  Content-Security-Policy: ${policy}; frame-ancestors 'none'\n`);
}
