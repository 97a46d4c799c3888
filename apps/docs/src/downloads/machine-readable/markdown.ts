import type { ApiModel, Evidence, JsonContent, Operation, Response } from '@telecrm/spec/model';
import { byGroup, type Guide, guidesFor } from '../../content/guides/guide.ts';
import { replaceLinks, targetOf } from '../../content/guides/links.ts';
import { rowsOf } from '../../content/schema/rows.ts';
import { behaviorOf, describeRateLimit } from '../../pages/operation/behavior.ts';
import { samplesOf } from '../../samples/languages.ts';
import { requestsOf } from '../../samples/requests.ts';

/** A guide as a Markdown file. Its links refer to the Markdown files of other pages. */
export function guideMarkdown(
  guide: Guide,
  guides: readonly Guide[],
  apis: readonly ApiModel[],
): string {
  const body = replaceLinks(guide.markdown, (link, text) => {
    const target = targetOf(link, guide, guides, apis);
    if (typeof target === 'string') return `[${text}](${target})`;
    if ('operation' in target) {
      return `[${text}](../${target.operation.api}/${target.operation.id}.md)`;
    }
    const anchor = target.anchor ? `#${target.anchor}` : '';
    return `[${text}](./${target.guide.name}.md${anchor})`;
  });
  return `# ${guide.title}\n\n> ${guide.summary}\n\n${body.trim()}\n`;
}

/** The list of the guides as a Markdown file. */
export function guidesMarkdown(guides: readonly Guide[]): string {
  const groups = byGroup(guides).map(([title, list]) => {
    const lines = list.map((it) => `- [${it.title}](./guides/${it.name}.md): ${it.summary}`);
    return `## ${title}\n\n${lines.join('\n')}`;
  });
  return `# Guides\n\n${groups.join('\n\n')}\n`;
}

/** The start page as a Markdown file. */
export function startMarkdown(apis: readonly ApiModel[], guides: readonly Guide[]): string {
  const list = apis.map(({ name, title, summary }) => `- [${title}](./${name}.md): ${summary}`);
  return `# telecrm API

telecrm is a CRM for tele-sales teams in India.

${list.join('\n')}

${guidesMarkdown(guides)
  .replace('# Guides', '## Guides')
  .replaceAll(/^## (?!Guides)/gm, '### ')}`;
}

/** The start page of an API as a Markdown file. */
export function apiMarkdown(api: ApiModel): string {
  const { name, title, summary, description, servers, operations } = api;
  const list = operations.map(
    (it) => `- [${it.summary}](./${name}/${it.id}.md): \`${it.method} ${it.path}\``,
  );
  return `# ${title}

> ${summary}

${description}

- Base URL: \`${servers.production}\`
- Sandbox: \`${servers.sandbox}\`
- Token type: ${typeOfToken(api)}
- Rate limit: ${describeRateLimit(api)}

## Operations

${list.join('\n')}
`;
}

/** An operation as a Markdown file: body, parameters, samples, behavior, responses. */
export function operationMarkdown(
  api: ApiModel,
  operation: Operation,
  guides: readonly Guide[],
): string {
  const { id, method, path, requestBody } = operation;
  const requests = requestsOf(api, operation);
  const related = guidesFor(operation, guides).map(
    ({ name, title }) => `[${title}](../guides/${name}.md)`,
  );
  const parts = [
    `# ${operation.summary}`,
    `\`${method} ${path}\` of the ${api.title}, operation ID \`${id}\`. Base URL \`${api.servers.production}\`, in the sandbox \`${api.servers.sandbox}\`. Requires a token of type ${typeOfToken(api)}.`,
    operation.description,
    related.length > 0 && `Guides: ${related.join(', ')}`,
    requestBody && `## Body\n\n${requestBody.description}\n\n${keys(api, requestBody)}`,
    '## Parameters',
    operation.parameters
      .map(
        ({ name, in: place, required, description, evidence }) =>
          `- \`${name}\` (${place}${required ? ', required' : ''}): ${description}${mark(evidence)}`,
      )
      .join('\n'),
    '## Sample requests',
    ...requests.flatMap((request) => [
      requests.length > 1 && `### ${request.summary}`,
      ...samplesOf(api, operation, request).map(
        ({ language, code }) => `\`\`\`${language.highlight}\n${code.trimEnd()}\n\`\`\``,
      ),
    ]),
    '## Behavior',
    behaviorOf(api, operation)
      .map(({ name, text }) => `- ${name}: ${text}`)
      .join('\n'),
    '## Responses',
    ...operation.responses.flatMap((response) => responseParts(api, response)),
  ];
  return `${parts.filter((part) => part).join('\n\n')}\n`;
}

function responseParts(api: ApiModel, response: Response): string[] {
  const { status, description, evidence, content } = response;
  return [
    `### ${status}`,
    `${description}${mark(evidence)}`,
    status.startsWith('2') && content ? keys(api, content) : '',
    ...(content?.examples ?? []).map(
      (example) =>
        `${example.summary}${mark(example.evidence)}\n\n\`\`\`json\n${JSON.stringify(example.value, null, 2)}\n\`\`\``,
    ),
  ];
}

function keys(api: ApiModel, { schema }: JsonContent): string {
  return rowsOf(api, schema)
    .map((row) => {
      if (row.kind === 'heading') return `- ${row.title}:`;
      const limits = row.limits.length > 0 ? ` ${row.limits.join('. ')}.` : '';
      const need = row.required ? ', required' : '';
      const same = row.sameAs ? ` Same keys as \`${row.sameAs}\`.` : '';
      return `- \`${row.path}\` (${row.type}${need}): ${row.description}${limits}${same}${mark(row.evidence)}`;
    })
    .join('\n');
}

function mark(evidence: Evidence | undefined): string {
  if (!evidence) return '';
  return ` (${evidence.level}${evidence.note ? `: ${evidence.note}` : ''})`;
}

function typeOfToken({ name }: ApiModel): string {
  return name === 'sync' ? 'Sync' : 'Async';
}
