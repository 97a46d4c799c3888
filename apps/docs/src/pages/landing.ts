import type { Api, Operation } from '../api/api.ts';
import { curl, firstCall } from '../api/curl.ts';
import { type Html, html } from './html.ts';
import { type Site, shell, siteLinks } from './shell.ts';

/** The start page: what this is, which API is for what, a first call, every operation, the downloads. */
export function landingPage(site: Site, apis: Api[]): Html {
  const root = './';
  return shell(site, {
    title: 'telecrm API reference',
    description: "telecrm's Sync and Async APIs: which one to use, every operation, a first call.",
    root,
    head: siteLinks(site, root),
    body: html`<main class="column">
${hero()}
${choice(apis)}
${firstCalls(apis)}
${operations(apis)}
${downloads(apis)}
</main>`,
  });
}

function hero(): Html {
  return html`<section class="hero">
<h1>Two APIs, one description</h1>
<p class="lead">telecrm takes leads in through one API and answers questions about them through another.
This is the reference for both. It is made from a single OpenAPI document, and so are the typed client and the
sandbox, so what you read here is what you can call.</p>
<p class="actions"><a class="button" href="./sync/">Sync reference</a>
<a class="button quiet" href="./async/">Async reference</a></p>
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
    answer: 'The outcome. Values that do not fit are left out and listed in remarks.',
    matching: 'Create refuses a duplicate, update goes by lead ID',
    action: html`<code>"1001"</code>`,
  },
  async: {
    verb: 'Send and go on',
    use: [
      'Website and landing-page forms',
      'Advertising webhooks and other pushes',
      'Batch jobs and bulk uploads',
      'The lowest cost per lead',
    ],
    answer: html`Only <code>QUEUED</code>. What is dropped later is not reported, so check with a Sync read.`,
    matching: 'Creates the lead, or updates the one with the same identifier',
    action: html`<code>"ACTION_1001"</code>`,
  },
};

function choice(apis: Api[]): Html {
  return html`<section aria-labelledby="which">
<h2 id="which">Which one?</h2>
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

function rateLimit({ rateLimit: limit }: Api): string {
  if (!limit) return 'not documented';
  const period = limit.seconds === 3600 ? 'an hour' : `every ${limit.seconds} seconds`;
  const note = limit.documented ? '' : ', observed, not documented';
  return `${limit.requests.toLocaleString('en-US')} requests ${period} per token${note}`;
}

function firstCalls(apis: Api[]): Html {
  return html`<section aria-labelledby="first">
<h2 id="first">A first call</h2>
<p>Try it on the sandbox, which needs no account and forgets everything when it stops.
In a clone of the repository:</p>
<pre tabindex="0"><code>npx -y pnpm@12.21.0 start</code></pre>
<p>Then, in another terminal:</p>
${apis.toReversed().map(call)}
<p>For the live service put your own enterprise ID, your token and the base URL of the API in place. The ID is shown and
tokens are made in the dashboard under Settings → Website and API. Keep tokens on a server, never in a page.</p>
</section>`;
}

function call(api: Api): Html {
  const operation = firstCall(api);
  const [answer] = operation.answers;
  return html`<h3><a class="title-link" href="./${api.slug}/#${operation.anchor}">${operation.summary}</a>
<span class="of">${api.title}</span></h3>
<div class="exchange">
<pre tabindex="0"><code data-curl="${api.slug}">${curl(api, operation)}</code></pre>
<pre tabindex="0" class="answer"><code>${JSON.stringify(answer, null, 2)}</code></pre>
</div>`;
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

function entry(api: Api, { method, path, summary, anchor }: Operation): Html {
  return html`<li><a href="./${api.slug}/#${anchor}" title="${method} ${path}">
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
