import { type Html, html, trusted } from './html.ts';
import { type Site, shell } from './shell.ts';

/** The page for an address that leads nowhere. A host shows it at any depth, so it brings its style with it. */
export function notFoundPage(site: Site, style: string): Html {
  return shell(site, {
    title: 'Nothing here · telecrm API',
    description: 'There is no page at this address.',
    root: './',
    head: html`<meta name="robots" content="noindex">
<style>${trusted(style)}</style>`,
    body: html`<main class="column lost">
<h1>There is no page at this address</h1>
<p>It may have moved, or the link has a typing error.
The operations are in the <a href="./sync/">Sync reference</a> and the <a href="./async/">Async reference</a>.</p>
<p><a class="button" href="./">Go to the start page</a></p>
</main>`,
  });
}
