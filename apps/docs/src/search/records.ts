import type { ApiModel, Operation } from '@telecrm/spec/model';
import { slug } from 'github-slugger';
import type { Guide } from '../content/guides/guide.ts';
import { valueRowsOf } from '../content/schema/rows.ts';
import { checkSummary } from '../pages/check.ts';
import { errorCodesOf } from '../pages/operation/error-codes.ts';
import { languages } from '../samples/languages.ts';
import type { SearchRecord } from './find.ts';

/** The records of the search index: sections of guides, operations, keys, error codes, downloads and tools. */
export function searchRecords(apis: readonly ApiModel[], guides: readonly Guide[]): SearchRecord[] {
  const found = [
    ...guides.flatMap((guide) => [...sections(guide)]),
    ...apis.flatMap(({ operations }) => operations.map(operationRecord)),
    ...keys(apis),
    ...errorCodes(apis),
    downloads,
    ...tools,
  ];
  return found.map((record, id) => ({ id, ...record }));
}

const downloads: RecordContent = {
  title: 'Downloads',
  kind: 'Download',
  url: '#downloads',
  ids: 'openapi swagger postman bruno insomnia collection',
  snippet: 'OpenAPI documents, Postman and Bruno collections',
  text: 'OpenAPI documents and collections for Postman and Bruno.',
};
const examplesSummary = `The page of each operation has its requests as code: ${languages.map(({ label }) => label).join(', ')}.`;
const tryItSummary =
  'Send requests to a sandbox in your browser, on the start page and on the page of each operation.';

/** The tools of the site. */
const tools: readonly RecordContent[] = [
  {
    title: 'Check a payload',
    kind: 'Tool',
    url: 'check/',
    ids: 'check validate validator payload lint',
    snippet: checkSummary,
    text: checkSummary,
  },
  {
    title: 'Code examples',
    kind: 'Example',
    url: 'async/createOrUpdateLead/#requests',
    ids: 'code example examples fetch sample samples snippet',
    snippet: examplesSummary,
    text: examplesSummary,
  },
  {
    title: 'Try it in your browser',
    kind: 'Tool',
    url: '',
    ids: 'try playground console live',
    snippet: tryItSummary,
    text: tryItSummary,
  },
];

/** A record before it gets its ID. */
type RecordContent = Omit<SearchRecord, 'id'>;

function* sections({ name, title, summary, markdown, group }: Guide): Generator<RecordContent> {
  const kind = group === 'tools' ? 'Tool' : 'Guide';
  const [head = '', ...rest] = markdown.split(/^## /m);
  const url = `guides/${name}/`;
  yield {
    title,
    kind,
    url,
    ids: [name, ...languagesIn(head)].join(' '),
    snippet: summary,
    text: `${summary} ${plain(head)}`,
  };
  for (const section of rest) {
    const [heading = '', ...lines] = section.split('\n');
    const text = plain(lines.join('\n'));
    yield {
      title: `${title}: ${plain(heading)}`,
      kind,
      url: `${url}#${slug(heading)}`,
      ids: languagesIn(section).join(' '),
      snippet: text.slice(0, 120),
      text,
    };
  }
}

/** The languages of the code blocks. */
function languagesIn(markdown: string): string[] {
  return [...markdown.matchAll(/^```(\w+)/gm)].map(([, name = '']) =>
    name === 'ts' ? 'typescript' : name,
  );
}

function operationRecord(operation: Operation): RecordContent {
  const { api, id, summary, method, path, description } = operation;
  return {
    title: `${summary} (${id})`,
    kind: 'Operation',
    url: `${api}/${id}/`,
    ids: `${id} ${path}`,
    snippet: `${method} ${path}`,
    text: [plain(description), ...examplesOf(operation), ...successesOf(operation)].join(' '),
  };
}

/** The summaries of the request examples, with the keys that they contain. */
function examplesOf({ requestBody }: Operation): string[] {
  return (requestBody?.examples ?? []).map(
    ({ summary, value }) => `${summary}: ${[...new Set(keysIn(value))].join(', ')}.`,
  );
}

function successesOf({ responses }: Operation): string[] {
  return responses
    .filter(({ status }) => status.startsWith('2'))
    .flatMap(({ description, content }) => [
      plain(description),
      ...(content?.examples ?? []).map(({ summary }) => `${summary}.`),
    ]);
}

function keysIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(Array.isArray(value) ? [] : [key]),
    ...keysIn(inner),
  ]);
}

/** A record for each key. Operations with the same key and description share a record. */
function keys(apis: readonly ApiModel[]): RecordContent[] {
  const places = apis.flatMap((api) =>
    api.operations.flatMap((operation) => keysOf(api, operation)),
  );
  const groups = Map.groupBy(places, ({ name, text }) => `${name} ${text}`);
  return [...groups.values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    const operations = [...new Set([first, ...more].map(({ operation }) => operation))];
    return {
      title: first.name,
      kind: 'Key',
      url: first.url,
      ids: first.name,
      snippet: operations.join(', '),
      text: first.text,
    };
  });
}

function keysOf(api: ApiModel, operation: Operation) {
  const page = `${api.name}/${operation.id}/`;
  const parts = [
    { prefix: 'body', content: operation.requestBody },
    ...operation.responses
      .filter(({ status }) => status.startsWith('2'))
      .map(({ status, content }) => ({ prefix: `response-${status}`, content })),
  ];
  const rows = parts.flatMap(({ prefix, content }) =>
    (content ? valueRowsOf(api, content.schema) : [])
      .filter(({ path }) => !path.endsWith('*'))
      .map(({ path, description }) => ({
        name: path.split('.').at(-1)?.replace(/\[\]$/, '') ?? path,
        text: plain(description),
        url: `${page}#${encodeURIComponent(`${prefix}-${path}`)}`,
        operation: operation.id,
      })),
  );
  const parameters = operation.parameters.map(({ name, description }) => ({
    name,
    text: plain(description),
    url: `${page}#parameters`,
    operation: operation.id,
  }));
  return [...parameters, ...rows];
}

function errorCodes(apis: readonly ApiModel[]): RecordContent[] {
  const places = apis.flatMap((api) =>
    api.operations.flatMap((operation) =>
      operation.responses.flatMap(({ status, description, content }) =>
        errorCodesOf(content?.examples ?? []).map((code) => ({ code, status, description })),
      ),
    ),
  );
  return [...Map.groupBy(places, ({ code }) => code)].map(([code, all]) => ({
    title: code,
    kind: 'Error code',
    url: `guides/errors/#${code.toLowerCase()}`,
    ids: [code, ...statusesOf(all)].join(' '),
    snippet: statusesOf(all).join(', '),
    text: [...new Set(all.map(({ description }) => plain(description)))].join(' '),
  }));
}

function statusesOf(all: readonly { status: string }[]): string[] {
  return [...new Set(all.map(({ status }) => status))];
}

/** The text of Markdown without its syntax and its code blocks. */
function plain(markdown: string): string {
  return markdown
    .replaceAll(/^```[\s\S]*?^```$/gm, '')
    .replaceAll(/^\|[\s:|-]+\|$/gm, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[`*|#>]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
