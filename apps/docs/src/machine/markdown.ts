import { type Guide, guidesFor, relink, targetOf } from '../guides/guides.ts';
import { behaviourOf } from '../pages/facts.ts';
import { samplesOf } from '../samples/languages.ts';
import type { Api, Body, Operation } from '../spec/api.ts';
import type { Evidence } from '../spec/document.ts';
import { requestsOf } from '../spec/requests.ts';
import { rowsOf } from '../spec/rows.ts';

/** A guide as a Markdown file that stands alone; links lead to the Markdown of other pages. */
export function guideMarkdown(guide: Guide, guides: Guide[], apis: Api[]): string {
  const body = relink(guide, (link, text) => {
    const target = targetOf(link, guide, guides, apis);
    if (typeof target === 'string') return `[${text}](${target})`;
    if ('operation' in target) return `[${text}](../${target.api.slug}/${target.operation.id}.md)`;
    const anchor = target.anchor ? `#${target.anchor}` : '';
    return `[${text}](./${target.guide.name}.md${anchor})`;
  });
  return `# ${guide.title}\n\n> ${guide.summary}\n\n${body.trim()}\n`;
}

/** An operation as a Markdown file: request, samples, keys, answers, behaviour. */
export function operationMarkdown(api: Api, operation: Operation, guides: Guide[]): string {
  const requests = requestsOf(api, operation);
  const related = guidesFor(operation, guides).map(
    ({ name, title }) => `[${title}](../guides/${name}.md)`,
  );
  const parts = [
    `# ${operation.summary}`,
    `\`${operation.method} ${operation.path}\` of the ${api.title}, operation ID \`${operation.id}\`. Base URL \`${api.production}\`, in the sandbox \`${api.sandbox}\`. Needs a token of type ${api.slug === 'sync' ? 'Sync' : 'Async'}.`,
    operation.description,
    related.length > 0 && `Guides: ${related.join(', ')}`,
    '## Parameters',
    operation.parameters
      .map(
        (it) =>
          `- \`${it.name}\` (${it.in}${it.required ? ', required' : ''}): ${it.description}${evidence(it)}`,
      )
      .join('\n'),
    operation.body && `## Body\n\n${operation.body.description}\n\n${keys(api, operation.body)}`,
    '## Requests',
    ...requests.flatMap((request) => [
      requests.length > 1 && `### ${request.summary}`,
      ...samplesOf(api, operation, request).map(
        ({ language, code }) => `\`\`\`${language.highlight}\n${code.trimEnd()}\n\`\`\``,
      ),
    ]),
    '## Behaviour',
    behaviourOf(api, operation)
      .map(({ name, text }) => `- ${name}: ${text}`)
      .join('\n'),
    '## Responses',
    ...operation.responses.flatMap((response) => responseParts(api, response)),
  ];
  return `${parts.filter((part) => part).join('\n\n')}\n`;
}

function responseParts(api: Api, response: Operation['responses'][number]): string[] {
  const { status, description, examples } = response;
  return [
    `### ${status}`,
    `${description}${evidence(response)}`,
    status.startsWith('2') ? keys(api, response) : '',
    ...examples.map(
      (example) =>
        `${example.summary ?? example.name}${evidence(example)}\n\n\`\`\`json\n${JSON.stringify(example.value, null, 2)}\n\`\`\``,
    ),
  ];
}

function keys(api: Api, { schema }: Body): string {
  if (!schema) return '';
  return rowsOf(api.document, schema)
    .map((row) => {
      if (row.kind === 'choice') return `- ${row.path}:`;
      const limits = row.limits.length > 0 ? ` ${row.limits.join('. ')}.` : '';
      const need = row.required ? ', required' : '';
      return `- \`${row.path}\` (${row.type}${need}): ${row.description}${limits}${evidence(row)}`;
    })
    .join('\n');
}

function evidence({ 'x-evidence': mark, 'x-evidence-note': note }: Evidence): string {
  return mark ? ` (${mark}${note ? `: ${note}` : ''})` : '';
}
