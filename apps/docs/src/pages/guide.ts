import { type Guide, targetOf } from '../guides/guides.ts';
import { renderMarkdown } from '../markdown/markdown.ts';
import type { Api } from '../spec/api.ts';
import { type Html, html } from './html.ts';
import { inSections } from './sections.ts';
import { type Site, shell, siteLinks } from './shell.ts';
import { sidebar } from './sidebar.ts';

/** The plain page of one guide. */
export function guidePage(site: Site, guide: Guide, guides: Guide[], apis: Api[]): Html {
  const root = '../../';
  const { name, title, summary } = guide;
  const { html: text, headings } = renderMarkdown(guide.markdown, {
    link: (link) => {
      const target = targetOf(link, guide, guides, apis);
      if (typeof target === 'string') return target;
      if ('operation' in target) return `${root}${target.api.slug}/${target.operation.id}/`;
      const anchor = target.anchor ? `#${target.anchor}` : '';
      return target.guide === guide ? anchor : `${root}guides/${target.guide.name}/${anchor}`;
    },
  });
  const place = guides.indexOf(guide);
  const before = guides[place - 1];
  const after = guides[place + 1];
  return shell(site, {
    title: `${title} · telecrm API`,
    description: summary,
    path: `guides/${name}/`,
    root,
    current: 'guides',
    markdown: `guides/${name}.md`,
    head: siteLinks(site, root),
    body: html`<div class="page">
<main id="content" class="text">
<p class="crumbs"><a href="${root}guides/">Guides</a> <a class="to-pages" href="#pages">All pages</a></p>
<h1>${title}</h1>
<p class="lead">${summary}</p>
<nav class="contents" aria-label="On this page"><ul>${headings
      .filter(({ level }) => level === 2)
      .map(({ id, text: heading }) => html`<li><a href="#${id}">${heading}</a></li>`)}</ul></nav>
${inSections(text)}
<nav class="turn" aria-label="Neighbouring guides">
${before ? html`<a href="${root}guides/${before.name}/" rel="prev"><span>Before</span> ${before.title}</a>` : html`<span></span>`}
${after && html`<a href="${root}guides/${after.name}/" rel="next"><span>Next</span> ${after.title}</a>`}
</nav>
<p class="dim">Also <a href="${root}guides/${name}.md">as Markdown</a>${guide.apis.map((slug) => html`, <a href="${root}${slug}/#/section/${sectionOf(title)}">in the ${slug === 'sync' ? 'Sync' : 'Async'} reference</a>`)}.</p>
</main>
${sidebar(root, apis, guides, `guides/${name}/`)}</div>`,
  });
}

/** Where Redoc puts a guide of this title. */
function sectionOf(title: string): string {
  return renderMarkdown(`# ${title}`).headings[0]?.id ?? '';
}

/** The list of all guides. */
export function guidesPage(site: Site, guides: Guide[], apis: Api[]): Html {
  const root = '../';
  return shell(site, {
    title: 'Guides · telecrm API',
    description: 'How to use the telecrm APIs, one subject a page, every trap named.',
    path: 'guides/',
    root,
    current: 'guides',
    head: siteLinks(site, root),
    body: html`<div class="page">
<main id="content" class="text">
<h1>Guides</h1>
<p class="lead">One subject a page, every trap named before you step into it.</p>
<ul class="index">${guides.map(
      ({ name, title, summary }) =>
        html`<li><a href="${root}guides/${name}/">${title}</a><p>${summary}</p></li>`,
    )}</ul>
</main>
${sidebar(root, apis, guides, 'guides/')}</div>`,
  });
}
