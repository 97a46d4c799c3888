import type { ApiModel } from '@telecrm/spec/model';
import { html } from 'hono/html';
import { byGroup, type Guide } from '../content/guides/guide.ts';
import { targetOf } from '../content/guides/links.ts';
import { renderMarkdown } from '../content/markdown/markdown.ts';
import { guideList } from './components/guide-list.ts';
import { contents, neighbors } from './components/headings.ts';
import type { Html } from './components/html.ts';
import { markdownLinks } from './components/markdown-links.ts';
import { inSections } from './components/sections.ts';
import { type Site, shell, siteLinks } from './components/shell.ts';
import { sidebar } from './components/sidebar.ts';
import { errorCodesOf } from './operation/error-codes.ts';
import { operationLinks } from './operation/links.ts';

/** The page of a guide. */
export function guidePage(
  site: Site,
  guide: Guide,
  guides: readonly Guide[],
  apis: readonly ApiModel[],
): Html {
  const root = '../../';
  const { name, title, summary } = guide;
  const { html: text, headings } = renderMarkdown(guide.markdown, {
    ...operationLinks(root, apis),
    errorCode: (code) => returnedBy(root, code, apis),
    link: (link) => {
      const target = targetOf(link, guide, guides, apis);
      if (typeof target === 'string') return target;
      if ('operation' in target) return `${root}${target.operation.api}/${target.operation.id}/`;
      const anchor = target.anchor ? `#${target.anchor}` : '';
      return target.guide === guide ? anchor : `${root}guides/${target.guide.name}/${anchor}`;
    },
  });
  const index = guides.indexOf(guide);
  const neighbor = (it: Guide | undefined) => it && { path: `guides/${it.name}/`, title: it.title };
  return shell(site, {
    title: `${title} · telecrm API`,
    description: summary,
    path: `guides/${name}/`,
    root,
    current: 'guides',
    markdown: `guides/${name}.md`,
    head: siteLinks(site, root),
    body: html`<div class="page">
<main id="content" class="text with-contents">
<div class="intro">
<p class="crumbs"><a href="${root}guides/">Guides</a> <a class="to-pages" href="#pages">All pages</a> ${markdownLinks(root, `guides/${name}.md`)}</p>
<h1>${title}</h1>
<p class="lead">${summary}</p>
</div>
${contents(headings.filter(({ level }) => level === 2))}
<div class="rest">
${inSections(text)}
${site.repository && html`<p class="related"><a href="${site.repository}edit/HEAD/${guide.file ?? `spec/guides/${name}.md`}">Edit this page</a></p>`}
${neighbors(root, neighbor(guides[index - 1]), neighbor(guides[index + 1]))}
</div>
</main>
${sidebar(root, apis, guides, `guides/${name}/`)}</div>`,
  });
}

/** Links to the operations that return an error code. */
function returnedBy(root: string, code: string, apis: readonly ApiModel[]): Html | undefined {
  const found = apis
    .flatMap(({ operations }) => operations)
    .filter(({ responses }) =>
      responses.some(({ content }) => errorCodesOf(content?.examples ?? []).includes(code)),
    );
  if (found.length === 0) return undefined;
  return html`Returned by ${found.map(
    ({ api, id }, i) => html`${i > 0 && ', '}<a href="${root}${api}/${id}/">${id}</a>`,
  )}.`;
}

/** The list of all guides. */
export function guidesPage(site: Site, guides: readonly Guide[], apis: readonly ApiModel[]): Html {
  const root = '../';
  return shell(site, {
    title: 'Guides · telecrm API',
    description: 'How to use the telecrm APIs, one topic per page, with the common mistakes.',
    path: 'guides/',
    root,
    current: 'guides',
    markdown: 'guides.md',
    head: siteLinks(site, root),
    body: html`<div class="page">
<main id="content" class="text">
<h1>Guides</h1>
<p class="lead">One topic per page, with the common mistakes.</p>
<p class="dim">${markdownLinks(root, 'guides.md')}</p>
${byGroup(guides).map(
  ([group, list]) => html`<h2>${group}</h2>
${guideList(root, list)}`,
)}
</main>
${sidebar(root, apis, guides, 'guides/')}</div>`,
  });
}
