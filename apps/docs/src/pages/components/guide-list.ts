import { html } from 'hono/html';
import type { Guide } from '../../content/guides/guide.ts';
import { languages } from '../../samples/languages.ts';
import type { Html } from './html.ts';

/** A list of guides with their summaries, and with links to each language of their programs. */
export function guideList(root: string, guides: readonly Guide[]): Html {
  return html`<ul class="index grid">${guides.map(
    (guide) => html`<li><a href="${root}guides/${guide.name}/">${guide.title}</a>
<p>${guide.summary}</p>${chips(root, guide)}</li>`,
  )}</ul>`;
}

function chips(root: string, guide: Guide): Html | undefined {
  const found = guide.group === 'tasks' ? languagesOf(guide) : [];
  if (found.length === 0) return undefined;
  return html`<p class="chips">${found.map(
    ({ id, label }) =>
      html`<a href="${root}guides/${guide.name}/" data-language="${id}" aria-label="${guide.title} in ${label}">${label}</a> `,
  )}</p>`;
}

/** The languages of a guide's programs. */
function languagesOf({ markdown }: Guide) {
  const fences = new Set([...markdown.matchAll(/^```(\w+)/gm)].map(([, name]) => name));
  return languages.filter(
    ({ id, highlight }) => id !== 'curl' && (fences.has(id) || fences.has(highlight)),
  );
}
