import type { ApiModel } from '@telecrm/spec/model';
import { html } from 'hono/html';
import { samplesOf } from '../../samples/languages.ts';
import { requestsOf } from '../../samples/requests.ts';
import { chooser, sampleTabs } from '../components/code.ts';
import type { Html } from '../components/html.ts';
import { downloadsOf } from '../downloads.ts';

/** The commands and the request to send one's own lead to the sandbox. */
export function firstRequest(apis: readonly ApiModel[]): Html | undefined {
  const api = apis.find(({ name }) => name === 'async');
  const [operation] = api?.operations ?? [];
  if (!api || !operation) return undefined;
  const examples = requestsOf(api, operation).map((request) => ({
    summary: request.summary,
    tabs: sampleTabs(samplesOf(api, operation, request)),
  }));
  return html`<section aria-labelledby="first">
<h2 id="first">Send your own lead</h2>
<div class="pair">
<div>
<p>Start the sandbox: both APIs on your machine, with a workspace that behaves like telecrm. You need no account.</p>
<pre tabindex="0"><code data-language="console">npx @telecrm/mock --port 4010</code></pre>
<p>Send a request. You can run this one as is.</p>
</div>
${chooser('first-request', 'Example', examples)}
<p>Then open <code class="url">http://127.0.0.1:4010/_sandbox/</code>, and see what was stored, what was dropped, and why.</p>
<div>
<p>In TypeScript, use the <a href="./guides/client/">client</a>. It is generated from the same description as this site, with
retries, paging and verification built in.</p>
<pre tabindex="0"><code data-language="console">npm install @telecrm/client</code></pre>
</div>
</div>
</section>`;
}

/** The downloads of both APIs. */
export function downloads(apis: readonly ApiModel[]): Html {
  return html`<section aria-labelledby="downloads">
<h2 id="downloads">Downloads</h2>
<p>Self-contained OpenAPI 3.1 descriptions for code generators, mock servers and linters, and Postman and Bruno collections
with every request on this site. Their variables are set for the sandbox.</p>
<ul class="files">${apis.flatMap((api) => downloadsOf(api).map(([path, label]) => html`<li><a href="./${path}" download>${label}</a> ${api.title}</li>`))}</ul>
</section>`;
}
