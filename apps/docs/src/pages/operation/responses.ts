import type { ApiModel, Operation, Response } from '@telecrm/spec/model';
import { html } from 'hono/html';
import { inline } from '../../content/markdown/markdown.ts';
import { rowsOf } from '../../content/schema/rows.ts';
import { evidenceMark } from '../components/evidence.ts';
import { heading2, heading3 } from '../components/headings.ts';
import type { Html } from '../components/html.ts';
import { schemaRows } from './body.ts';
import { errorCodesOf } from './error-codes.ts';

/** The section about the responses. Their examples are beside the text. */
export function responses(root: string, api: ApiModel, operation: Operation): Html {
  return html`${heading2('responses', 'Responses')}
${operation.responses.map((it) => responseEntry(root, api, it))}`;
}

function responseEntry(root: string, api: ApiModel, response: Response): Html {
  const { status, description, content, evidence } = response;
  const isSuccess = status.startsWith('2');
  const codes = errorCodesOf(content?.examples ?? []).map(
    (code) => html` <a href="${root}guides/errors/#${code.toLowerCase()}"><code>${code}</code></a>`,
  );
  return html`<div class="response-entry">
${heading3(`status-${status.toLowerCase()}`, html`<span class="status ${isSuccess ? 'good' : 'bad'}">${status}</span>`)}
<p>${inline(description)}${evidenceMark(root, evidence)}${codes}</p>
${isSuccess && content && schemaRows(root, rowsOf(api, content.schema), `response-${status}`)}
</div>`;
}
