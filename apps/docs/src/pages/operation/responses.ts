import type { ApiModel, NamedExample, Operation, Response } from '@telecrm/spec/model';
import { html } from 'hono/html';
import { codeBlock } from '../../components/code.ts';
import { evidenceMark } from '../../components/evidence.ts';
import { heading2, heading3 } from '../../components/headings.ts';
import type { Html } from '../../components/html.ts';
import { inline } from '../../markdown/markdown.ts';
import { rowsOf } from '../../schema/rows.ts';
import { schemaRows } from './body.ts';
import { errorCodesOf } from './error-codes.ts';

/** What the API can answer, with every example. */
export function responses(root: string, api: ApiModel, operation: Operation): Html {
  return html`${heading2('responses', 'Responses')}
${operation.responses.map((it) => response(root, api, it))}`;
}

function response(root: string, api: ApiModel, part: Response): Html {
  const { status, description, content, evidence } = part;
  const isSuccess = status.startsWith('2');
  const examples = content?.examples ?? [];
  const codes = errorCodesOf(examples).map(
    (code, i) =>
      html`${i > 0 && ', '}<a href="${root}guides/errors/#${code.toLowerCase()}">${code}</a>`,
  );
  return html`${heading3(`status-${status.toLowerCase()}`, html`<span class="status ${isSuccess ? 'good' : 'bad'}">${status}</span>`)}
${codes.length > 0 && html`<p class="codes">${codes}</p>`}
<p>${inline(description)}${evidenceMark(root, evidence)}</p>
${isSuccess && content && schemaRows(root, rowsOf(api, content.schema), `response-${status}`)}
${examples.map((it) => example(it, isSuccess))}`;
}

function example({ summary, value, evidence }: NamedExample, open: boolean): Html {
  return html`<details${open && html` open`}><summary>${summary}${evidence && html` <span class="mark ${evidence.level}">${evidence.level}</span>`}</summary>
${evidence && html`<p class="note">${evidence.note}</p>`}
${codeBlock(JSON.stringify(value, null, 2), 'json')}</details>`;
}
