import type { ApiModel } from '@telecrm/spec/model';
import { html, raw } from 'hono/html';
import type { RedocParts } from '../redoc/parts.ts';
import type { Html } from './components/html.ts';
import { type Site, shell, siteLinks } from './components/shell.ts';

/** The files that a Redoc page loads, as paths from the site's root, and its Content-Security-Policy. */
export interface RedocAssets {
  script: string;
  module: string;
  styles: string;
  policy: string;
}

/** The Redoc page of an API. */
export function redocPage(
  site: Site,
  api: ApiModel,
  { markup }: RedocParts,
  { script, module, styles, policy }: RedocAssets,
): Html {
  const root = '../../';
  return shell(site, {
    title: `${api.title} in Redoc`,
    description: `${api.summary} All operations on one page.`,
    path: `${api.name}/redoc/`,
    root,
    current: api.name,
    policy,
    head: html`<link rel="modulepreload" href="${root}${script}">
<link rel="stylesheet" href="${root}${styles}">
${siteLinks(site, root)}
<script type="module" src="${root}${module}"></script>`,
    body: html`<div id="content" class="redoc">
<div class="notice"><p>The operations on this page need JavaScript. <a href="${root}${api.name}/">Every operation has a plain page</a>, too:</p>
<ul>${api.operations.map(({ id, summary }) => html`<li><a href="${root}${api.name}/${id}/">${summary}</a></li>`)}</ul></div>
${raw(markup)}
</div>`,
  });
}
