import type { ApiModel } from '@telecrm/spec/model';
import { html } from 'hono/html';
import type { Html } from '../components/html.ts';
import { describeRateLimit } from '../operation/behavior.ts';

/** The differences between the APIs in words. Numbers come from the spec. */
const descriptions = {
  sync: {
    tagline: 'Send a request and get the result',
    use: [
      'Getting the lead’s ID, or a confirmation that it was stored',
      'Reading and searching leads and their actions',
      'Updating a lead, an action or a team member’s availability',
      'Looking up fields, custom actions and statuses',
    ],
    response: html`The result. Invalid values are dropped and listed in <code>remarks</code>.`,
    matching: 'Create rejects a duplicate; update needs the lead ID',
    action: html`<code>"1001"</code>`,
  },
  async: {
    tagline: 'Send leads without waiting',
    use: [
      'Website and landing-page forms',
      'Webhooks of ad platforms and other services',
      'Batch jobs and bulk uploads',
    ],
    response: html`Only <code>QUEUED</code>. Values that are dropped later are not reported: read the lead through the Sync API.`,
    matching: 'Creates the lead, or updates the one with the same identifier',
    action: html`<code>"ACTION_1001"</code>`,
  },
};

/** The two APIs side by side. */
export function choice(apis: readonly ApiModel[]): Html {
  return html`<section aria-labelledby="which">
<h2 id="which">Two APIs</h2>
<div class="pair">${apis.map(card)}</div>
</section>`;
}

function card(api: ApiModel): Html {
  const { tagline, use, response, matching, action } = descriptions[api.name];
  return html`<article class="card">
<h3><a class="title-link" href="./${api.name}/">${api.title}</a></h3>
<p class="tagline">${tagline}</p>
<ul>${use.map((item) => html`<li>${item}</li>`)}</ul>
<dl>
<div><dt>Response</dt><dd>${response}</dd></div>
<div><dt>Matching</dt><dd>${matching}</dd></div>
<div><dt>Token type</dt><dd>${api.name === 'sync' ? 'Sync' : 'Async'}; the other type returns a 401</dd></div>
<div><dt>Custom action</dt><dd>type ${action}</dd></div>
<div><dt>Rate limit</dt><dd>${describeRateLimit(api)}</dd></div>
<div><dt>Base URL</dt><dd><code class="url">${api.servers.production}</code></dd></div>
<div><dt>Operations</dt><dd>${api.operations.length}</dd></div>
</dl>
</article>`;
}
