import { type Guide, guidesFor } from '../guides/guides.ts';
import { codeBlock, tabs } from '../markdown/code.ts';
import { inline, renderMarkdown, table } from '../markdown/markdown.ts';
import { samplesOf } from '../samples/languages.ts';
import type { Api, Body, Operation } from '../spec/api.ts';
import type { ExamplePart } from '../spec/document.ts';
import { requestsOf } from '../spec/requests.ts';
import { type Row, rowsOf } from '../spec/rows.ts';
import { evidenceMark } from './evidence.ts';
import { behaviourOf } from './facts.ts';
import { type Html, html } from './html.ts';
import { inSections } from './sections.ts';
import { type Site, shell, siteLinks } from './shell.ts';
import { sidebar } from './sidebar.ts';

/** The plain page of one operation: all there is to say of it, without a script. */
export function operationPage(
  site: Site,
  api: Api,
  operation: Operation,
  apis: Api[],
  guides: Guide[],
): Html {
  const root = '../../';
  const { id, summary } = operation;
  return shell(site, {
    title: `${summary} · ${api.title}`,
    description: firstSentence(operation.description) || summary,
    path: `${api.slug}/${id}/`,
    root,
    current: api.slug,
    markdown: `${api.slug}/${id}.md`,
    head: siteLinks(site, root),
    body: html`<div class="page">
<main id="content" class="text">
<p class="crumbs"><a href="${root}${api.slug}/">${api.title}</a> / ${operation.tag} <a class="to-pages" href="#pages">All pages</a></p>
<h1>${summary}</h1>
<p class="call"><span class="method ${operation.method.toLowerCase()}">${operation.method}</span> <code>${breakable(operation.path)}</code></p>
<p class="dim"><code>${id}</code> · a token of type ${api.slug === 'sync' ? 'Sync' : 'Async'} · <a href="${root}${api.slug}/#${operation.anchor}">in the interactive reference</a> · <a href="${root}${api.slug}/${id}.md">as Markdown</a></p>
${renderMarkdown(operation.description).html}
${related(operation, guides)}
${inSections(html`${requests(api, operation)}
${parameters(operation)}
${operation.body && body(api, operation.body)}
${behaviour(api, operation)}
${responses(api, operation)}`)}
</main>
${sidebar(root, apis, guides, `${api.slug}/${id}/`)}</div>`,
  });
}

/** Lets a long path break after its slashes. */
function breakable(path: string): Html[] {
  return path.split('/').map((part, i) => html`${i > 0 && html`/<wbr>`}${part}`);
}

/** The first sentence of a description, or two where the first is a short one. */
function firstSentence(description: string): string {
  const [first = '', second = ''] = description.replaceAll('`', '').split(/(?<=[.!?])\s+/);
  return first.length < 40 ? `${first} ${second}`.trim() : first;
}

function related(operation: Operation, guides: Guide[]): Html | undefined {
  const found = guidesFor(operation, guides);
  if (found.length === 0) return undefined;
  return html`<p class="related">Guides: ${found.map(
    ({ name, title }, i) => html`${i > 0 && ' · '}<a href="../../guides/${name}/">${title}</a>`,
  )}</p>`;
}

function requests(api: Api, operation: Operation): Html {
  const all = requestsOf(api, operation);
  return html`<h2 id="requests"><a class="anchor" href="#requests">Requests</a></h2>
<p>These run against <a href="../../guides/testing-with-the-sandbox/">the sandbox</a> as they are. For the live service put <code>${api.production}</code>, your enterprise ID and your token in place; the TypeScript client takes all three from the environment.</p>
${all.map(
  (
    request,
  ) => html`${all.length > 1 && html`<h3 id="${request.name}"><a class="anchor" href="#${request.name}">${request.summary}</a></h3>`}
${tabs(
  `sample-${request.name}`,
  samplesOf(api, operation, request).map(({ language: { id, label, highlight }, code }) => ({
    id,
    label,
    code: codeBlock(code, highlight),
  })),
)}`,
)}`;
}

function parameters({ parameters: all }: Operation): Html {
  const rows = all.map((part) => [
    html`<code>${part.name}</code>`,
    html`${part.in}`,
    html`${part.schema?.type ?? 'string'}${part.required && html` <span class="need">required</span>`}`,
    html`${inline(part.description ?? '')}${evidenceMark(part)}${part.example !== undefined && html` <span class="limits">For example <code>${String(part.example)}</code>.</span>`}`,
  ]);
  return html`<h2 id="parameters"><a class="anchor" href="#parameters">Parameters</a></h2>
${table(
  ['Name', 'In', 'Type', 'Meaning'].map((it) => html`${it}`),
  rows,
)}`;
}

function body(api: Api, { description, schema, required }: Body): Html {
  return html`<h2 id="body"><a class="anchor" href="#body">Body</a></h2>
<p>${inline(description)} JSON${required && ', required'}.</p>
${schema && schemaTable(rowsOf(api.document, schema), 'body')}`;
}

/** The table of a schema; each line can be linked to. */
function schemaTable(rows: Row[], prefix: string): Html {
  const used = new Set<string>();
  const anchor = (path: string) => {
    const id = `${prefix}-${path}`;
    if (used.has(id)) return undefined;
    used.add(id);
    return id;
  };
  const head = ['Key', 'Type', 'Meaning'].map((it) => html`<th scope="col">${it}</th>`);
  return html`<div class="table" tabindex="0" role="group" aria-label="Keys"><table class="schema">
<thead><tr>${head}</tr></thead>
<tbody>${rows.map((row) => {
    if (row.kind === 'choice') {
      return html`<tr class="when"><th colspan="3" scope="colgroup">${row.path}</th></tr>\n`;
    }
    const id = anchor(row.path);
    return html`<tr${id && html` id="${id}"`}><td><code>${row.path}</code>${row.required && html` <span class="need">required</span>`}</td><td>${row.type}</td><td>${inline(row.description)}${row.limits.length > 0 && html` <span class="limits">${inline(`${row.limits.join('. ')}.`)}</span>`}${evidenceMark(row)}</td></tr>\n`;
  })}</tbody></table></div>`;
}

function behaviour(api: Api, operation: Operation): Html {
  return html`<h2 id="behaviour"><a class="anchor" href="#behaviour">Behaviour</a></h2>
<dl class="facts">${behaviourOf(api, operation).map(
    ({ name, text, guide }) =>
      html`<div><dt><a href="../../guides/${guide}/">${name}</a></dt><dd>${inline(text)}</dd></div>`,
  )}</dl>`;
}

function responses(api: Api, { responses: all }: Operation): Html {
  return html`<h2 id="responses"><a class="anchor" href="#responses">Responses</a></h2>
${all.map((response) => response_(api, response, response.status.startsWith('2')))}`;
}

function response_(api: Api, part: Operation['responses'][number], good: boolean): Html {
  const { status, description, schema, examples } = part;
  return html`<h3 id="status-${status.toLowerCase()}"><a class="anchor" href="#status-${status.toLowerCase()}"><span class="status ${good ? 'good' : 'bad'}">${status}</span> ${codesOf(examples).join(', ')}</a></h3>
<p>${inline(description)}${evidenceMark(part)}</p>
${good && schema && schemaTable(rowsOf(api.document, schema), `answer-${status}`)}
${examples.map(
  (
    example,
  ) => html`<details${good && html` open`}><summary>${example.summary ?? example.name}${evidenceMark({ ...(example['x-evidence'] && { 'x-evidence': example['x-evidence'] }) })}</summary>
${example['x-evidence-note'] && html`<p class="note">${example['x-evidence-note']}</p>`}
${codeBlock(JSON.stringify(example.value, null, 2), 'json')}</details>`,
)}`;
}

/** The error codes among the examples. */
export function codesOf(examples: ExamplePart[]): string[] {
  const codes = examples.map(({ value }) => {
    // An error body, by the lint rule for envelopes; a success has no such key.
    const error = (value as { error?: { code?: string } } | null)?.error;
    return error?.code;
  });
  return [...new Set(codes.filter((code) => code !== undefined))];
}
