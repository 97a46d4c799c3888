import type { ApiModel, Operation } from '@telecrm/spec/model';
import { html } from 'hono/html';
import type { Guide } from '../content/guides/guide.ts';
import { inline, renderMarkdown } from '../content/markdown/markdown.ts';
import { contents, heading2 } from './components/headings.ts';
import type { Html } from './components/html.ts';
import { markdownLinks } from './components/markdown-links.ts';
import { breakable } from './components/path.ts';
import { type Site, shell, siteLinks } from './components/shell.ts';
import { sidebar } from './components/sidebar.ts';
import { downloadsOf } from './downloads.ts';
import { describeRateLimit } from './operation/behavior.ts';
import { operationLinks } from './operation/links.ts';

/** The start page of an API: its purpose, its URLs and its operations. */
export function apiPage(
  site: Site,
  api: ApiModel,
  apis: readonly ApiModel[],
  guides: readonly Guide[],
): Html {
  const root = '../';
  const { name, title, summary, servers } = api;
  const tags = [...Map.groupBy(api.operations, ({ tag }) => tag)];
  return shell(site, {
    title: `${title} · reference`,
    description: summary,
    path: `${name}/`,
    root,
    current: name,
    markdown: `${name}.md`,
    head: siteLinks(site, root),
    body: html`<div class="page">
<main id="content" class="text">
<h1>${title}</h1>
<p class="lead">${summary}</p>
<p class="dim">${markdownLinks(root, `${name}.md`)}</p>
${renderMarkdown(api.description, operationLinks(root, apis)).html}
<dl class="facts">
<div><dt>Base URL</dt><dd><code class="url">${servers.production}</code></dd></div>
<div><dt><a href="${root}guides/testing-with-the-sandbox/">Sandbox</a></dt><dd><code class="url">${servers.sandbox}</code></dd></div>
<div><dt><a href="${root}guides/authentication/">Token type</a></dt><dd>${name === 'sync' ? 'Sync' : 'Async'}</dd></div>
<div><dt><a href="${root}guides/rate-limits-and-retries/">Rate limit</a></dt><dd>${describeRateLimit(api)}</dd></div>
<div><dt>Downloads</dt><dd>${downloadsOf(api).map(([path, label]) => html`<a href="${root}${path}" download>${label}</a>, `)}<a href="${root}${name}/llms.txt">llms.txt</a></dd></div>
<div><dt>One page</dt><dd><a href="${root}${name}/redoc/">All operations in Redoc</a></dd></div>
</dl>
${contents(tags.map(([tag]) => ({ id: idOf(tag), text: tag })))}
${tags.map(
  ([tag, operations]) => html`${heading2(idOf(tag), tag)}
<p>${inline(api.tags.find((it) => it.name === tag)?.description ?? '')}</p>
<ul class="operations">${operations.map((operation) => entry(root, operation))}</ul>`,
)}
</main>
${sidebar(root, apis, guides, `${name}/`)}</div>`,
  });
}

function entry(root: string, { api, id, method, path, summary }: Operation): Html {
  return html`<li><a href="${root}${api}/${id}/"><span class="method ${method.toLowerCase()}">${method}</span> <span>${summary} <code class="url">${breakable(path)}</code></span></a></li>`;
}

function idOf(tag: string): string {
  return tag.toLowerCase().replaceAll(' ', '-');
}
