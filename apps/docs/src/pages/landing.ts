import type { ApiModel, Operation } from '@telecrm/spec/model';
import { html } from 'hono/html';
import { codeBlock, sampleTabs } from '../components/code.ts';
import type { Html } from '../components/html.ts';
import { type Site, shell, siteLinks } from '../components/shell.ts';
import type { Guide } from '../guides/guide.ts';
import { samplesOf } from '../samples/languages.ts';
import { requestsOf } from '../samples/requests.ts';
import { describeRateLimit } from './operation/behavior.ts';

/** The start page: what this is, a first request, which API is for what, every page. */
export function landingPage(site: Site, apis: readonly ApiModel[], guides: readonly Guide[]): Html {
  const root = './';
  return shell(site, {
    title: 'telecrm API: docs, client and sandbox',
    description:
      "telecrm's Sync and Async APIs: which one to use, samples that run, and the mistakes to avoid.",
    path: '',
    root,
    head: siteLinks(site, root),
    body: html`<main id="content" class="column">
${hero()}
${firstRequest(apis)}
${choice(apis)}
${tools()}
${guideList(guides)}
${operations(apis)}
${downloads(apis)}
</main>`,
  });
}

function hero(): Html {
  return html`<section class="hero">
<h1>Build on the telecrm API</h1>
<p class="lead">telecrm is a CRM for tele-sales teams. You send it leads through one HTTP API and read and update them
through another. Both accept almost anything and silently drop what doesn't fit. These docs describe every operation and
every mistake that is easy to make; the sandbox shows what was dropped before your code goes live.</p>
<p class="actions"><a class="button" href="./guides/quickstart/">Start in five minutes</a>
<a class="button quiet" href="./guides/choosing-async-or-sync/">Which API do I need?</a></p>
</section>`;
}

/** What sets the APIs apart, in words; the figures come from the spec. */
const character = {
  sync: {
    verb: 'Send a request and get the result',
    use: [
      'You need the lead’s ID, or to know that it was stored',
      'Reading and searching leads and their actions',
      'Updating a lead, an action or a team member’s availability',
      'Looking up fields, custom actions and statuses',
    ],
    response: html`The result. What did not fit is dropped and listed in <code>remarks</code>.`,
    matching: 'Create refuses a duplicate, update takes a lead ID',
    action: html`<code>"1001"</code>`,
  },
  async: {
    verb: 'Send leads without waiting',
    use: [
      'Website and landing-page forms',
      'Advertising webhooks and other pushes',
      'Batch jobs and bulk uploads',
    ],
    response: html`Only <code>QUEUED</code>. What is dropped later is not reported: check with a Sync read.`,
    matching: 'Creates the lead, or updates the one with the same identifier',
    action: html`<code>"ACTION_1001"</code>`,
  },
};

function choice(apis: readonly ApiModel[]): Html {
  return html`<section aria-labelledby="which">
<h2 id="which">Two APIs</h2>
<div class="pair">${apis.map(card)}</div>
</section>`;
}

function card(api: ApiModel): Html {
  const { verb, use, response, matching, action } = character[api.name];
  return html`<article class="card">
<h3><a class="title-link" href="./${api.name}/">${api.title}</a></h3>
<p class="verb">${verb}</p>
<ul>${use.map((item) => html`<li>${item}</li>`)}</ul>
<dl>
<div><dt>Response</dt><dd>${response}</dd></div>
<div><dt>Matching</dt><dd>${matching}</dd></div>
<div><dt>Token</dt><dd>of type ${api.name === 'sync' ? 'Sync' : 'Async'}; the other type gets a 401</dd></div>
<div><dt>Custom action</dt><dd>type ${action}</dd></div>
<div><dt>Rate limit</dt><dd>${describeRateLimit(api)}</dd></div>
<div><dt>Base URL</dt><dd><code class="url">${api.servers.production}</code></dd></div>
<div><dt>Size</dt><dd>${countOf(api.operations.length)}</dd></div>
</dl>
</article>`;
}

function countOf(operations: number): string {
  return operations === 1 ? '1 operation' : `${operations} operations`;
}

function tools(): Html {
  return html`<section aria-labelledby="tools">
<h2 id="tools">Tools</h2>
<div class="pair">
<article class="card"><h3>Client</h3>
<p>A typed TypeScript client made from the same description, with retries and paging built in.</p>
<pre tabindex="0"><code>npm i @telecrm/client</code></pre></article>
<article class="card"><h3>Sandbox</h3>
<p>Both APIs on your machine, with a workspace that behaves like telecrm and reports what it drops. You need no account.</p>
<pre tabindex="0"><code>npx @telecrm/mock</code></pre></article>
</div>
</section>`;
}

function firstRequest(apis: readonly ApiModel[]): Html | undefined {
  const api = apis.find(({ name }) => name === 'async');
  const [operation] = api?.operations ?? [];
  if (!api || !operation) return undefined;
  const [request] = requestsOf(api, operation);
  const [example] = operation.responses[0]?.content?.examples ?? [];
  if (!request) return undefined;
  return html`<section aria-labelledby="first">
<h2 id="first">A first request</h2>
<p>With the sandbox running (<code>npx @telecrm/mock</code>), this works as it is.</p>
<div class="exchange">
${sampleTabs('first-request', samplesOf(api, operation, request))}
<div class="answer"><p>The response</p>${codeBlock(JSON.stringify(example?.value, null, 2), 'json')}</div>
</div>
<p>The API says <code>QUEUED</code> whether it will store the lead or not. The
<a href="./guides/quickstart/">quickstart</a> shows how to find out.</p>
</section>`;
}

function guideList(guides: readonly Guide[]): Html {
  return html`<section aria-labelledby="guides">
<h2 id="guides">Guides</h2>
<ul class="index grid">${guides.map(
    ({ name, title, summary }) =>
      html`<li><a href="./guides/${name}/">${title}</a><p>${summary}</p></li>`,
  )}</ul>
</section>`;
}

function operations(apis: readonly ApiModel[]): Html {
  return html`<section aria-labelledby="operations">
<h2 id="operations">Operations</h2>
${apis.map(
  (api) => html`<h3><a class="title-link" href="./${api.name}/">${api.title}</a></h3>
<div class="groups">${[...Map.groupBy(api.operations, ({ tag }) => tag)].map(
    ([tag, list]) => html`<div>
<h4>${tag}</h4>
<ul class="operations">${list.map(entry)}</ul>
</div>`,
  )}</div>`,
)}
</section>`;
}

function entry({ api, method, path, summary, id }: Operation): Html {
  return html`<li><a href="./${api}/${id}/" title="${method} ${path}">
<span class="method ${method.toLowerCase()}">${method}</span> ${summary}</a></li>`;
}

function downloads(apis: readonly ApiModel[]): Html {
  return html`<section aria-labelledby="downloads">
<h2 id="downloads">OpenAPI documents</h2>
<p>OpenAPI 3.1, self-contained, for code generators, mock servers and linters.</p>
<ul class="files">${apis.flatMap(({ name, title }) =>
    ['yaml', 'json'].map(
      (format) =>
        html`<li><a href="./openapi/${name}.${format}" download>${name}.${format}</a> ${title}</li>`,
    ),
  )}</ul>
</section>`;
}
