import type { ApiModel } from '@telecrm/spec/model';
import { envJsonToBruV2, jsonToBruV2, jsonToCollectionBru } from '@usebruno/lang';
import { strToU8, zipSync } from 'fflate';
import { writeJson } from '../../samples/json.ts';
import { type CollectionRequest, foldersOf, variablesOf } from './requests.ts';

/** Converts an API to a Bruno collection, as files by path. */
function brunoCollection(api: ApiModel): Record<string, string> {
  const { token, ...variables } = variablesOf(api);
  const environment = (values: Record<string, string>) =>
    envJsonToBruV2({
      variables: Object.entries(values).map(([name, value]) => ({ name, value, enabled: true })),
    });
  const requests = foldersOf(api).flatMap(([tag, list]) =>
    list.map((request, i) => [`${tag}/${fileName(request.name)}.bru`, requestFile(request, i + 1)]),
  );
  return {
    'bruno.json': `${JSON.stringify({ version: '1', name: api.title, type: 'collection' }, null, 2)}\n`,
    'collection.bru': jsonToCollectionBru({
      auth: { mode: 'bearer', bearer: { token: '{{token}}' } },
    }),
    'environments/Sandbox.bru': environment({ ...variables, token }),
    // Readers fill in the values of their workspace.
    'environments/Production.bru': environment({
      baseUrl: api.servers.production,
      enterpriseId: '',
      token: '',
    }),
    ...Object.fromEntries(requests),
  };
}

/** The collection as a ZIP file. Its bytes depend only on the API. */
export function brunoArchive(api: ApiModel): Uint8Array {
  const folder = `telecrm-${api.name}`;
  const files = Object.entries(brunoCollection(api)).map(([path, text]) => [
    `${folder}/${path}`,
    strToU8(text),
  ]);
  // The earliest date that the format supports.
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) });
}

function requestFile({ name, operation, request, path, query }: CollectionRequest, seq: number) {
  const search = query.map(([key, value]) => `${key}=${value}`).join('&');
  const hasBody = request.body !== undefined;
  return jsonToBruV2({
    meta: { name, type: 'http', seq },
    http: {
      method: request.method.toLowerCase(),
      url: `{{baseUrl}}${path}${search && `?${search}`}`,
      body: hasBody ? 'json' : 'none',
      auth: 'inherit',
    },
    params: query.map(([param, value]) => ({ name: param, value, type: 'query', enabled: true })),
    ...(hasBody && { body: { json: writeJson(request.body) } }),
    docs: operation.description,
  });
}

/** A name that is valid in every file system. */
function fileName(name: string): string {
  return name
    .replaceAll(/[^\w' -]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
