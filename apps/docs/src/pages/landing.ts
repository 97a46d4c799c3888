import type { Guide } from '../guides/guides.ts';
import { codeBlock, tabs } from '../markdown/code.ts';
import { samplesOf } from '../samples/languages.ts';
import type { Api, Operation } from '../spec/api.ts';
import { requestsOf } from '../spec/requests.ts';
import { rateLimit } from './facts.ts';
import { type Html, html } from './html.ts';
import { type Site, shell, siteLinks } from './shell.ts';

/** The start page: what this is, which API is for what, the ways to use it, a first call, every page. */
export function landingPage(site: Site, apis: Api[], guides: Guide[]): Html {
  const root = './';
  return shell(site, {
    title: 'telecrm API: docs, client and sandbox',
    description:
      "telecrm's Sync and Async APIs: which one to use, samples that run, every trap named.",
    path: '',
    root,
    head: siteLinks(site, root),
    body: html`<main id="content" class="column">
${hero()}
${choice(apis)}
${ways()}
${firstCall(apis)}
${guideList(guides)}
${operations(apis)}
${downloads(apis)}
</main>`,
  });
}

function hero(): Html {
  return html`<section class="hero">
<h1>Leads in.<br>Answers out.</h1>
<p class="lead">telecrm takes leads in through one API and answers questions about them through another. Both are
forgiving, and quiet about what they leave out. Here every operation is described, every sample has been run, and every
trap has a name.</p>
<p class="actions"><a class="button" href="./guides/quickstart/">Start in five minutes</a>
<a class="button quiet" href="./guides/choosing-async-or-sync/">Which API do I need?</a></p>
</section>`;
}

/** What sets the APIs apart, in words; the figures come from the bundles. */
const character = {
  sync: {
    verb: 'Ask and get an answer',
    use: [
      'You need the lead’s ID, or to know that it was stored',
      'Reading and searching leads and their actions',
      'Updating a lead, an action or a team member’s availability',
      'Looking up fields, custom actions and statuses',
    ],
    answer: html`The outcome. What did not fit is left out and listed in <code>remarks</code>.`,
    matching: 'Create refuses a duplicate, update goes by lead ID',
    action: html`<code>"1001"</code>`,
  },
  async: {
    verb: 'Send and go on',
    use: [
      'Website and landing-page forms',
      'Advertising webhooks and other pushes',
      'Batch jobs and bulk uploads',
      'The lowest cost for each lead',
    ],
    answer: html`Only <code>QUEUED</code>. What is dropped later is not reported: check with a Sync read.`,
    matching: 'Creates the lead, or updates the one with the same identifier',
    action: html`<code>"ACTION_1001"</code>`,
  },
};

function choice(apis: Api[]): Html {
  return html`<section aria-labelledby="which">
<h2 id="which">Two APIs</h2>
<div class="pair">${apis.map(card)}</div>
</section>`;
}

function card(api: Api): Html {
  const { verb, use, answer, matching, action } = character[api.slug];
  const count = api.operations.length;
  return html`<article class="card">
<h3><a class="title-link" href="./${api.slug}/">${api.title}</a></h3>
<p class="verb">${verb}</p>
<ul>${use.map((item) => html`<li>${item}</li>`)}</ul>
<dl>
<div><dt>Answers</dt><dd>${answer}</dd></div>
<div><dt>Matching</dt><dd>${matching}</dd></div>
<div><dt>Token</dt><dd>of type ${api.slug === 'sync' ? 'Sync' : 'Async'}; the other one gets a 401</dd></div>
<div><dt>Custom action</dt><dd>type ${action}</dd></div>
<div><dt>Rate limit</dt><dd>${rateLimit(api)}</dd></div>
<div><dt>Base URL</dt><dd><code class="url">${api.production}</code></dd></div>
<div><dt>Size</dt><dd>${count} operation${count > 1 && 's'}</dd></div>
</dl>
</article>`;
}

function ways(): Html {
  return html`<section aria-labelledby="ways">
<h2 id="ways">Three ways to use this</h2>
<div class="triple">
<article class="card"><h3>Read</h3>
<p>Plain pages that open at once, or the interactive reference with the whole API in one place.</p>
<p><a href="./guides/">Guides</a> · <a href="./sync/">Sync reference</a> · <a href="./async/">Async reference</a></p></article>
<article class="card"><h3>Call</h3>
<p>A typed client: paths, fields and answers from the same description, retries and paging built in.</p>
<pre tabindex="0"><code>npm i @telecrm/client</code></pre></article>
<article class="card"><h3>Try</h3>
<p>Both APIs on your machine, with a workspace that behaves and tells what it drops. No account needed.</p>
<pre tabindex="0"><code>npx @telecrm/mock</code></pre></article>
</div>
</section>`;
}

function firstCall(apis: Api[]): Html | undefined {
  const api = apis.find(({ slug }) => slug === 'async') ?? apis[0];
  const [operation] = api?.operations ?? [];
  if (!api || !operation) return undefined;
  const [request] = requestsOf(api, operation);
  const [answer] = operation.responses[0]?.examples ?? [];
  if (!request) return undefined;
  return html`<section aria-labelledby="first">
<h2 id="first">A first call</h2>
<p>With the sandbox running, this works as it stands. <a href="./${api.slug}/${operation.id}/">${operation.summary}</a>
is one of ${apis.reduce((sum, { operations: { length } }) => sum + length, 0)} operations; each has samples like these.</p>
<div class="exchange">
${tabs(
  'first-call',
  samplesOf(api, operation, request).map(({ language: { id, label, highlight }, code }) => ({
    id,
    label,
    code: codeBlock(code, highlight),
  })),
)}
<div class="answer"><p>The answer</p>${codeBlock(JSON.stringify(answer?.value, null, 2), 'json')}</div>
</div>
<p>It says <code>QUEUED</code> whether the lead will be stored or not. <a href="./guides/quickstart/">Quickstart</a>
shows how to find out.</p>
</section>`;
}

function guideList(guides: Guide[]): Html {
  return html`<section aria-labelledby="guides">
<h2 id="guides">Guides</h2>
<ul class="index grid">${guides.map(
    ({ name, title, summary }) =>
      html`<li><a href="./guides/${name}/">${title}</a><p>${summary}</p></li>`,
  )}</ul>
</section>`;
}

function operations(apis: Api[]): Html {
  return html`<section aria-labelledby="operations">
<h2 id="operations">Every operation</h2>
${apis.map(
  (api) => html`<h3><a class="title-link" href="./${api.slug}/">${api.title}</a></h3>
<div class="groups">${[...Map.groupBy(api.operations, ({ tag }) => tag)].map(
    ([tag, list]) => html`<div>
<h4>${tag}</h4>
<ul class="operations">${list.map((operation) => entry(api, operation))}</ul>
</div>`,
  )}</div>`,
)}
</section>`;
}

function entry(api: Api, { method, path, summary, id }: Operation): Html {
  return html`<li><a href="./${api.slug}/${id}/" title="${method} ${path}">
<span class="method ${method.toLowerCase()}">${method}</span> ${summary}</a></li>`;
}

function downloads(apis: Api[]): Html {
  return html`<section aria-labelledby="downloads">
<h2 id="downloads">The OpenAPI documents</h2>
<p>OpenAPI 3.1, self-contained, ready for a code generator, a mock or a linter.</p>
<ul class="files">${apis.flatMap(({ slug, title }) =>
    ['yaml', 'json'].map(
      (format) =>
        html`<li><a href="./openapi/${slug}.${format}" download>${slug}.${format}</a> ${title}</li>`,
    ),
  )}</ul>
</section>`;
}
