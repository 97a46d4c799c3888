import type { ApiModel, Operation } from '@telecrm/spec/model';
import { html } from 'hono/html';
import { sampleTabs } from '../../components/code.ts';
import { heading2, heading3 } from '../../components/headings.ts';
import type { Html } from '../../components/html.ts';
import { samplesOf } from '../../samples/languages.ts';
import { requestsOf } from '../../samples/requests.ts';

/** The requests of an operation in every language. */
export function samples(root: string, api: ApiModel, operation: Operation): Html {
  const requests = requestsOf(api, operation);
  return html`${heading2('requests', 'Sample requests')}
<p>These run against <a href="${root}guides/testing-with-the-sandbox/">the sandbox</a> as they are. To go live, replace the base URL with <code>${api.servers.production}</code>, and the enterprise ID and token with yours; the TypeScript client reads all three from the environment.</p>
${requests.map(
  (request) => html`${requests.length > 1 && heading3(request.name, request.summary)}
${sampleTabs(`sample-${request.name}`, samplesOf(api, operation, request))}`,
)}`;
}
