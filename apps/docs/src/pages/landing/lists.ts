import type { ApiModel, Operation } from '@telecrm/spec/model';
import { html } from 'hono/html';
import { byGroup, type Guide } from '../../content/guides/guide.ts';
import { guideList } from '../components/guide-list.ts';
import type { Html } from '../components/html.ts';

/** The guides with complete programs. */
export function picker(guides: readonly Guide[]): Html {
  const tasks = guides.filter(({ group }) => group === 'tasks');
  return html`<section aria-labelledby="connect">
<h2 id="connect">What do you want to connect?</h2>
<p>Complete programs. The tests of this site run each program, including its error handling.</p>
${guideList('./', tasks)}
</section>`;
}

/** All other guides by group. */
export function allGuides(guides: readonly Guide[]): Html {
  return html`<section aria-labelledby="guides">
<h2 id="guides">Guides</h2>
${byGroup(guides.filter(({ group }) => group !== 'tasks')).map(
  ([group, list]) => html`<h3>${group}</h3>
${guideList('./', list)}`,
)}
</section>`;
}

/** All operations by tag. */
export function operationList(apis: readonly ApiModel[]): Html {
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
