import type { ApiModel } from '@telecrm/spec/model';
import { writeJson } from '../../samples/json.ts';
import { type CollectionRequest, foldersOf, variablesOf } from './requests.ts';

/** Converts an API to a Postman collection in format 2.1. */
export function postmanCollection(api: ApiModel): string {
  const collection = {
    info: {
      name: api.title,
      description: `${api.summary}\n\nThe variables are set for the sandbox. To go live, change \`baseUrl\` to \`${api.servers.production}\`, and \`enterpriseId\` and \`token\` to yours.`,
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{token}}', type: 'string' }] },
    variable: Object.entries(variablesOf(api)).map(([key, value]) => ({ key, value })),
    item: foldersOf(api).map(([name, requests]) => ({ name, item: requests.map(itemOf) })),
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

function itemOf({ name, operation, request, path, query, status }: CollectionRequest) {
  const search = query.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
  return {
    name,
    request: {
      description: operation.description,
      method: request.method,
      header:
        request.body === undefined ? [] : [{ key: 'Content-Type', value: 'application/json' }],
      url: {
        raw: `{{baseUrl}}${path}${search && `?${search}`}`,
        host: ['{{baseUrl}}'],
        path: path.split('/').slice(1),
        query: query.map(([key, value]) => ({ key, value })),
      },
      ...(request.body !== undefined && {
        body: {
          mode: 'raw',
          raw: writeJson(request.body),
          options: { raw: { language: 'json' } },
        },
      }),
    },
    event: [
      {
        listen: 'test',
        script: {
          type: 'text/javascript',
          exec: [
            `pm.test('responds with ${status}', () => pm.response.to.have.status(${status}));`,
          ],
        },
      },
    ],
  };
}
