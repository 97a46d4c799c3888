import type { ReferenceParts } from '../reference/parts.ts';
import type { Api } from '../spec/api.ts';
import { type Html, html, trusted } from './html.ts';
import { type Site, shell, siteLinks } from './shell.ts';

/** What a reference loads, as paths from the site's root. */
export type ReferenceAssets = { redoc: string; module: string; styles: string; policy: string };

/** The page on which Redoc shows one API. */
export function referencePage(
  site: Site,
  api: Api,
  parts: ReferenceParts,
  assets: ReferenceAssets,
): Html {
  const root = '../';
  return shell(site, {
    title: `${api.title} reference`,
    description: api.summary,
    path: `${api.slug}/`,
    root,
    current: api.slug,
    policy: assets.policy,
    head: html`<link rel="modulepreload" href="${root}${assets.redoc}">
<link rel="stylesheet" href="${root}${assets.styles}">
${siteLinks(site, root)}
<script type="module" src="${root}${assets.module}"></script>`,
    body: html`<main id="content" class="redoc">
<p class="notice">The operations on this page are drawn by a script. <a href="${root}#operations">Every operation has a plain page, too.</a></p>
${trusted(parts.markup)}
</main>`,
  });
}
