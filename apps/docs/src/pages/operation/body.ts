import type { ApiModel, RequestBody } from '@telecrm/spec/model';
import { html } from 'hono/html';
import { inline } from '../../content/markdown/markdown.ts';
import { type Row, rowsOf } from '../../content/schema/rows.ts';
import { evidenceMark } from '../components/evidence.ts';
import { heading2 } from '../components/headings.ts';
import type { Html } from '../components/html.ts';

/** The section about the request body. */
export function body(root: string, api: ApiModel, requestBody: RequestBody): Html {
  const { description, schema, required } = requestBody;
  return html`${heading2('body', 'Body')}
<p>${inline(description)} JSON${required && ', required'}.</p>
${schemaRows(root, rowsOf(api, schema), 'body')}`;
}

/** The values of a schema as a list. The ID of an entry is the prefix and its path. */
export function schemaRows(root: string, rows: readonly Row[], prefix: string): Html {
  const used = new Set<string>();
  // Alternatives of a value can have the same key. Only the first gets an ID.
  const idOf = (path: string) => {
    const id = `${prefix}-${path}`;
    if (used.has(id)) return undefined;
    used.add(id);
    return id;
  };
  return html`<dl class="schema">${rows.map((row) => {
    if (row.kind === 'heading') return html`<div class="when"><dt>${row.title}</dt></div>\n`;
    const { path, type, required, description, limits, evidence, sameAs } = row;
    const id = idOf(path);
    return html`<div${id && html` id="${id}"`} class="depth-${depthOf(path)}">
<dt>${pathOf(path)} <span class="type">${type}</span>${required && html` <span class="required">required</span>`}</dt>
<dd>${inline(description)}${limits.length > 0 && html` <span class="limits">${inline(`${limits.join('. ')}.`)}</span>`}${evidenceMark(root, evidence)}${sameAs && html` <span class="limits">Same keys as <a href="#${prefix}-${sameAs}"><code>${sameAs}</code></a>.</span>`}</dd></div>\n`;
  })}</dl>`;
}

/** The indentation of a value, up to the four levels of the style sheet. */
function depthOf(path: string): number {
  return Math.min(path.split('.').length - 1, 4);
}

/** The path with its last key emphasized. Lines can break after dots, but not within a key. */
function pathOf(path: string): Html {
  const parts = path.split('.');
  const last = parts.pop();
  return html`<code>${parts.map((part) => html`<span class="outer">${part}.</span><wbr>`)}${last}</code>`;
}
