import { type Html, html } from './html.ts';
import { inlined, type Site, shell } from './shell.ts';

/** The page for an address that leads nowhere. A host shows it at any depth, so it brings its style with it. */
export function notFoundPage(site: Site): Html {
  return shell(site, {
    title: 'Nothing here · telecrm API',
    description: 'There is no page at this address.',
    path: '404.html',
    root: './',
    head: html`<meta name="robots" content="noindex">
${inlined(site)}`,
    body: html`<main id="content" class="column lost">
<h1>There is no page at this address</h1>
<p>It may have moved, or the link has a typing error. Look among the <a href="./guides/">guides</a>, the
<a href="./#operations">operations</a>, or in the <a href="./sync/">Sync</a> and <a href="./async/">Async</a> references.</p>
<p><a class="button" href="./">Go to the start page</a></p>
</main>`,
  });
}
