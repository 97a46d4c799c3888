import type { ApiModel, Operation } from '@telecrm/spec/model';
import { slug } from 'github-slugger';
import type { Guide } from '../guides/guide.ts';
import { errorCodesOf } from '../pages/operation/error-codes.ts';
import { valueRowsOf } from '../schema/rows.ts';
import type { Found } from './tokens.ts';

/** Something that can be found. `ids` are the names that must be found when they are typed exactly. */
export interface SearchRecord extends Found {
  id: number;
  ids: string;
  text: string;
}

/** Everything that the search finds: guides by section, operations, keys, error codes. */
export function searchRecords(apis: readonly ApiModel[], guides: readonly Guide[]): SearchRecord[] {
  const found = [
    ...guides.flatMap((guide) => [...sections(guide)]),
    ...apis.flatMap((api) => api.operations.map((operation) => operationRecord(api, operation))),
    ...keys(apis),
    ...errorCodes(apis),
  ];
  return found.map((record, id) => ({ id, ...record }));
}

type Unnumbered = Omit<SearchRecord, 'id'>;

function* sections({ name, title, summary, markdown }: Guide): Generator<Unnumbered> {
  const [head = '', ...rest] = markdown.split(/^## /m);
  const url = `guides/${name}/`;
  yield { title, kind: 'Guide', url, ids: name, snippet: summary, text: plain(head) };
  for (const section of rest) {
    const [heading = '', ...lines] = section.split('\n');
    const text = plain(lines.join('\n'));
    yield {
      title: `${title}: ${plain(heading)}`,
      kind: 'Guide',
      url: `${url}#${slug(heading)}`,
      ids: '',
      snippet: text.slice(0, 120),
      text,
    };
  }
}

function operationRecord({ title }: ApiModel, operation: Operation): Unnumbered {
  const { api, id, summary, method, path, description } = operation;
  return {
    title: `${summary} (${id})`,
    kind: title,
    url: `${api}/${id}/`,
    ids: `${id} ${path}`,
    snippet: `${method} ${path}`,
    text: plain(description),
  };
}

/** Each key once, though many operations have it; the result lists them. */
function keys(apis: readonly ApiModel[]): Unnumbered[] {
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

function errorCodes(apis: readonly ApiModel[]): Unnumbered[] {
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
    ids: code,
    snippet: [...new Set(all.map(({ status }) => status))].join(', '),
    text: [...new Set(all.map(({ description }) => plain(description)))].join(' '),
  }));
}

/** Markdown without its marks. */
function plain(markdown: string): string {
  return markdown
    .replaceAll(/^\|[\s:|-]+\|$/gm, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[`*|#>]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
