import { html } from 'hono/html';
import type { Demo } from '../../content/demo/demo.ts';
import { writeJson } from '../../samples/json.ts';
import { codeBlock } from '../components/code.ts';
import type { Html } from '../components/html.ts';
import { tryButton } from '../components/try-button.ts';

/** The top of the start page: an introduction and an example with its result. */
export function hero(demo: Demo): Html {
  return html`<section class="hero">
<div>
<h1>A lead lands, or your code knows why not</h1>
<p class="lead">telecrm is a CRM for tele-sales teams in India. Your forms, ads and call center send leads to it through one
HTTP API, and read and update them through another.</p>
<p class="lead">Both APIs accept almost anything and silently drop invalid values. This site has the reference, a typed client,
and a sandbox that reports which values were dropped and why.</p>
<p class="actions">${tryButton('createOrUpdateLead')}
<a class="button" href="./guides/quickstart/">Send your first lead</a>
<a class="button quiet" href="./guides/choosing-async-or-sync/">Async or Sync?</a></p>
</div>
${example(demo)}
<dl class="offers">
<div><dt><code>npx @telecrm/mock</code></dt><dd>both APIs on your machine, without an account</dd></div>
<div><dt><code>npm install @telecrm/client</code></dt><dd>TypeScript, with retries, paging and verification</dd></div>
<div><dt><a href="./check/">Check a payload</a></dt><dd>JSON, curl, fetch or CSV: what would be dropped, and the corrected payload</dd></div>
<div><dt><a href="./openapi/sync.yaml">sync.yaml</a>, <a href="./openapi/async.yaml">async.yaml</a></dt><dd>OpenAPI 3.1, the source of everything here</dd></div>
</dl>
</section>`;
}

function example({ body, response, stored, ingestion }: Demo): Html {
  return html`<div class="demo">
<div class="step"><h2>You send</h2>
${codeBlock(writeJson(body), 'json')}</div>
<div class="step"><h2>telecrm responds</h2>
<p class="response-line"><span class="status good">${response.status}</span> <code>${response.text}</code></p></div>
<div class="step"><h2>The sandbox reports</h2>
<dl class="demo-entries">
${Object.entries(stored).map(
  ([name, value]) =>
    html`<div class="stored"><dt><span class="entry-status">stored</span> <code>fields.${name}</code></dt><dd>${String(value)}</dd></div>\n`,
)}${ingestion.remarks.map(
  ({ field, remark }) =>
    html`<div class="dropped"><dt><span class="entry-status">dropped</span> <code>${field}</code></dt><dd>${remark.replaceAll('`', '')}</dd></div>\n`,
)}</dl></div>
</div>`;
}
