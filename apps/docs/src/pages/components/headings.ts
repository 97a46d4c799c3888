import { html } from 'hono/html';
import type { Html } from './html.ts';

/** A second-level heading with an anchor. */
export function heading2(id: string, title: Html | string): Html {
  return html`<h2 id="${id}"><a class="anchor" href="#${id}">${title}</a></h2>`;
}

/** A third-level heading with an anchor. */
export function heading3(id: string, title: Html | string): Html {
  return html`<h3 id="${id}"><a class="anchor" href="#${id}">${title}</a></h3>`;
}

/** The table of contents of a page, or `undefined` for fewer than two headings. */
export function contents(headings: readonly { id: string; text: string }[]): Html | undefined {
  if (headings.length < 2) return undefined;
  return html`<nav class="contents" aria-label="On this page"><ul>${headings.map(
    ({ id, text }) => html`<li><a href="#${id}">${text}</a></li>`,
  )}</ul></nav>`;
}

/** The target of a link to a neighboring page. */
export interface Neighbor {
  path: string;
  title: string;
}

/** Links to the previous and the next page. */
export function neighbors(
  root: string,
  before: Neighbor | undefined,
  after: Neighbor | undefined,
): Html {
  return html`<nav class="page-nav" aria-label="Previous and next page">
${before ? html`<a href="${root}${before.path}" rel="prev"><span>Previous</span> ${before.title}</a>` : html`<span></span>`}
${after && html`<a href="${root}${after.path}" rel="next"><span>Next</span> ${after.title}</a>`}
</nav>`;
}
