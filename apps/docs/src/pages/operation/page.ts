import type { ApiModel, ApiName, Operation } from '@telecrm/spec/model';
import { html } from 'hono/html';
import { type Guide, guidesFor } from '../../content/guides/guide.ts';
import { inline, renderMarkdown } from '../../content/markdown/markdown.ts';
import { redocAddress } from '../../redoc/address.ts';
import { evidenceMark } from '../components/evidence.ts';
import { contents, heading2, neighbors } from '../components/headings.ts';
import type { Html } from '../components/html.ts';
import { markdownLinks } from '../components/markdown-links.ts';
import { breakable } from '../components/path.ts';
import { inSections } from '../components/sections.ts';
import { type Site, shell, siteLinks } from '../components/shell.ts';
import { sidebar } from '../components/sidebar.ts';
import { behaviorOf } from './behavior.ts';
import { body } from './body.ts';
import { operationLinks } from './links.ts';
import { responses } from './responses.ts';
import { samples } from './samples.ts';

const root = '../../';

/** The page of an operation. It needs no script. */
export function operationPage(
  site: Site,
  api: ApiModel,
  operation: Operation<ApiName>,
  apis: readonly ApiModel[],
  guides: readonly Guide[],
): Html {
  const { id, summary, method, requestBody } = operation;
  const sections = [
    ...(requestBody ? [{ id: 'body', text: 'Body' }] : []),
    { id: 'parameters', text: 'Parameters' },
    { id: 'behavior', text: 'Behavior' },
    { id: 'responses', text: 'Responses' },
  ];
  const all = apis.flatMap(({ operations }) => operations);
  const index = all.indexOf(operation);
  const neighbor = (it: Operation | undefined) =>
    it && { path: `${it.api}/${it.id}/`, title: it.summary };
  return shell(site, {
    title: `${summary} · ${api.title}`,
    description: shortened(firstSentence(operation.description)) || summary,
    path: `${api.name}/${id}/`,
    root,
    current: api.name,
    markdown: `${api.name}/${id}.md`,
    head: siteLinks(site, root),
    body: html`<div class="page">
<main id="content" class="text split">
<div class="intro">
<p class="crumbs"><a href="${root}${api.name}/">${api.title}</a> / ${operation.tag} <a class="to-pages" href="#pages">All pages</a> ${markdownLinks(root, `${api.name}/${id}.md`)}</p>
<h1>${summary}</h1>
<p class="call"><span class="method ${method.toLowerCase()}">${method}</span> <code>${breakable(operation.path)}</code></p>
<p class="dim"><code>${id}</code> · token type: ${api.name === 'sync' ? 'Sync' : 'Async'} · <a href="${root}${redocAddress(operation)}">in Redoc</a></p>
${renderMarkdown(operation.description, operationLinks(root, apis, id)).html}
${contents(sections)}
</div>
${samples(root, api, operation)}
<div class="rest">
${inSections(html`${requestBody && body(root, api, requestBody)}
${parameters(operation)}
${behavior(api, operation)}
${responses(root, api, operation)}`)}
${related(operation, guides)}
${neighbors(root, neighbor(all[index - 1]), neighbor(all[index + 1]))}
</div>
</main>
${sidebar(root, apis, guides, `${api.name}/${id}/`)}</div>`,
  });
}

/** The first sentence of a description, or the first two if the first is short. */
function firstSentence(description: string): string {
  const [first = '', second = ''] = description.replaceAll('`', '').split(/(?<=[.!?])\s+/);
  return first.length < 40 ? `${first} ${second}`.trim() : first;
}

/** Search engines show at most about 160 characters, so a longer text ends at its last complete clause. */
function shortened(text: string, max = 160): string {
  if (text.length <= max) return text;
  const clauses = text.slice(0, max).match(/^.*(?=[;:] )/)?.[0];
  return clauses ? `${clauses}.` : `${text.slice(0, max - 1).replace(/\s+\S*$/, '')}…`;
}

function related(operation: Operation, guides: readonly Guide[]): Html | undefined {
  const found = guidesFor(operation, guides);
  if (found.length === 0) return undefined;
  return html`<p class="related">Guides: ${found.map(
    ({ name, title }, i) => html`${i > 0 && ' · '}<a href="${root}guides/${name}/">${title}</a>`,
  )}</p>`;
}

function parameters({ parameters: all }: Operation): Html {
  return html`${heading2('parameters', 'Parameters')}
<dl class="schema">${all.map(
    ({ name, in: place, schema, required, description, evidence, example }) => html`<div>
<dt><code>${name}</code> <span class="type">${schema.type ?? 'string'}, in the ${place}</span>${required && html` <span class="required">required</span>`}</dt>
<dd>${inline(description)}${evidenceMark(root, evidence)}${example !== undefined && html` <span class="limits">For example <code>${String(example)}</code>.</span>`}</dd></div>\n`,
  )}</dl>`;
}

function behavior(api: ApiModel, operation: Operation): Html {
  return html`${heading2('behavior', 'Behavior')}
<dl class="facts">${behaviorOf(api, operation).map(
    ({ name, text, guide }) =>
      html`<div><dt><a href="${root}guides/${guide}/">${name}</a></dt><dd>${inline(text)}</dd></div>`,
  )}</dl>`;
}
