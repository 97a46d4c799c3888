import type { ApiModel, NamedExample, Operation } from '@telecrm/spec/model';
import { html } from 'hono/html';
import { writeJson } from '../../samples/json.ts';
import { samplesOf } from '../../samples/languages.ts';
import { requestsOf } from '../../samples/requests.ts';
import { chooser, codeBlock, codeChooser, sampleTabs } from '../components/code.ts';
import { heading2 } from '../components/headings.ts';
import type { Html } from '../components/html.ts';
import { tryButton } from '../components/try-button.ts';

/** The column with sample requests and responses. The reader chooses the example and the language. */
export function samples(root: string, api: ApiModel, operation: Operation): Html {
  const requests = requestsOf(api, operation).map((request) => ({
    summary: request.summary,
    tabs: sampleTabs(samplesOf(api, operation, request)),
  }));
  return html`<section class="sample">
<div class="request">
${heading2('requests', 'Request')}
${tryButton(operation.id)}
${chooser('sample', 'Example', requests)}
<p class="dim">Runs against <a href="${root}guides/testing-with-the-sandbox/">the sandbox</a>. To go live, replace the base URL with <code>${api.servers.production}</code>, and the enterprise ID and token with yours.</p>
</div>
<div class="response">
${heading2('response-examples', 'Response')}
${codeChooser('Response', responsesOf(operation))}
</div>
</section>`;
}

function responsesOf({ responses }: Operation) {
  return responses.flatMap(({ status, content }) =>
    (content?.examples ?? []).map((example) => ({
      summary: `${status} · ${example.summary}`,
      code: response(example),
    })),
  );
}

function response({ value, evidence }: NamedExample): Html {
  return html`${evidence && html`<p class="note"><span class="mark ${evidence.level}">${evidence.level}</span> ${evidence.note}</p>`}
${codeBlock(writeJson(value), 'json')}`;
}
