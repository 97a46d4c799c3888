import { html } from 'hono/html';
import type { Html } from './components/html.ts';
import { type Site, shell, siteLinks } from './components/shell.ts';

/** The 404 page. A host serves it at any depth, so its links start at the root of the site. */
export function notFoundPage(site: Site): Html {
  const root = new URL(site.origin).pathname;
  return shell(site, {
    title: 'Page not found · telecrm API',
    description: 'There is no page at this address.',
    path: '404.html',
    root,
    head: html`<meta name="robots" content="noindex">
${siteLinks(site, root)}`,
    body: html`<main id="content" class="column not-found">
<h1>Page not found</h1>
<p>There is no page at this address. It may have moved, or the link has a typo. Try the <a href="${root}guides/">guides</a>,
the <a href="${root}sync/">Sync API</a>, the <a href="${root}async/">Async API</a>, or the search.</p>
<p><a class="button" href="${root}">Go to the start page</a></p>
</main>`,
  });
}
