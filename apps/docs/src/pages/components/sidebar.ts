import type { ApiModel } from '@telecrm/spec/model';
import { html } from 'hono/html';
import { byGroup, type Guide } from '../../content/guides/guide.ts';
import type { Html } from './html.ts';

/** The list of all pages. It is beside the text on a wide screen, and below it on a narrow one. */
export function sidebar(
  root: string,
  apis: readonly ApiModel[],
  guides: readonly Guide[],
  current: string,
): Html {
  const link = (path: string, text: Html | string) =>
    html`<a href="${root}${path}"${path === current && html` aria-current="page"`}>${text}</a>`;
  return html`<nav class="side" id="pages" aria-label="All pages">
<p>${link('guides/', 'Guides')}</p>
${byGroup(guides).map(
  ([title, list]) => html`<p class="tag">${title}</p>
<ul>${list.map((guide) => html`<li>${link(`guides/${guide.name}/`, guide.title)}</li>`)}</ul>`,
)}
<p>${link('check/', 'Check a payload')}</p>
${apis.map(
  (api) => html`<p>${link(`${api.name}/`, api.title)}</p>
${[...Map.groupBy(api.operations, ({ tag }) => tag)].map(
  ([tag, list], _, tags) => html`${tags.length > 1 && html`<p class="tag">${tag}</p>`}
<ul>${list.map(
    ({ id, summary, method }) =>
      html`<li>${link(
        `${api.name}/${id}/`,
        html`${summary} <span class="method ${method.toLowerCase()}">${method}</span>`,
      )}</li>`,
  )}</ul>`,
)}`,
)}
</nav>`;
}
