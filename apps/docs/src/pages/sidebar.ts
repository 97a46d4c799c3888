import type { Guide } from '../guides/guides.ts';
import type { Api } from '../spec/api.ts';
import { type Html, html } from './html.ts';
import type { Root } from './shell.ts';

/** The list of all pages, beside a page's text on a wide screen and below it on a small one. */
export function sidebar(root: Root, apis: Api[], guides: Guide[], current: string): Html {
  const link = (path: string, text: Html | string) =>
    html`<li><a href="${root}${path}"${path === current && html` aria-current="page"`}>${text}</a></li>`;
  return html`<nav class="side" id="pages" aria-label="All pages">
<p><a href="${root}guides/">Guides</a></p><ul>${guides.map(({ name, title }) => link(`guides/${name}/`, title))}</ul>
${apis.map(
  (api) => html`<p><a href="${root}${api.slug}/">${api.title}</a></p>
${[...Map.groupBy(api.operations, ({ tag }) => tag)].map(
  ([tag, list]) => html`${apis.length > 1 && html`<p class="tag">${tag}</p>`}
<ul>${list.map(({ id, summary, method }) =>
    link(
      `${api.slug}/${id}/`,
      html`${summary} <span class="method ${method.toLowerCase()}">${method}</span>`,
    ),
  )}</ul>`,
)}`,
)}
</nav>`;
}
