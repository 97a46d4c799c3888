import type { ApiModel } from '@telecrm/spec/model';
import { html } from 'hono/html';
import type { Demo } from '../../content/demo/demo.ts';
import type { Guide } from '../../content/guides/guide.ts';
import type { Html } from '../components/html.ts';
import { markdownLinks } from '../components/markdown-links.ts';
import { type Site, shell, siteLinks } from '../components/shell.ts';
import { choice } from './apis.ts';
import { hero } from './hero.ts';
import { allGuides, operationList, picker } from './lists.ts';
import { downloads, firstRequest } from './tools.ts';

/** The start page of the site. */
export function landingPage(
  site: Site,
  apis: readonly ApiModel[],
  guides: readonly Guide[],
  demo: Demo,
): Html {
  const root = './';
  return shell(site, {
    title: 'telecrm API: docs, client and sandbox',
    description:
      "telecrm's Sync and Async APIs: which one to use, samples that run, and the mistakes to avoid.",
    path: '',
    root,
    markdown: 'index.md',
    head: siteLinks(site, root),
    body: html`<main id="content" class="column">
${hero(demo)}
${picker(guides)}
${firstRequest(apis)}
${choice(apis)}
${allGuides(guides)}
${operationList(apis)}
${downloads(apis)}
<p class="dim">${markdownLinks(root, 'index.md')}</p>
</main>`,
  });
}
