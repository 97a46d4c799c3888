import { type Api, bundles, type Parameter, type RawOperation, resolve } from './bundle.ts';

const json = 'application/json';

/** A named example of a request. */
interface RequestExample {
  name: string;
  body: unknown;
}

/** A named example of a response. */
interface ResponseExample {
  /** As the spec writes it: `200`, `5XX`. */
  status: string;
  name: string;
  body: unknown;
  headers: string[];
}

/** One operation of either API, with all that its bundle says of it. */
export interface Operation {
  api: Api;
  id: string;
  method: 'get' | 'post';
  path: string;
  parameters: Parameter[];
  requests: RequestExample[];
  responses: ResponseExample[];
  /** JSON pointers into the bundle, for validation. */
  pointers: { body: string; response: (status: string) => string };
  raw: RawOperation;
}

/** Every operation that the bundles hold. */
export const operations: Operation[] = (['async', 'sync'] as const).flatMap((api) =>
  Object.entries(bundles[api].paths).flatMap(([path, item]) =>
    (['get', 'post'] as const).flatMap((method) => {
      const raw = item[method];
      if (raw === undefined) return [];
      const own = `#/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method}`;
      return [
        {
          api,
          id: raw.operationId,
          method,
          path,
          parameters: [...(item.parameters ?? []), ...(raw.parameters ?? [])].map((parameter) =>
            resolve(api, parameter),
          ),
          requests: requestExamples(api, raw),
          responses: responseExamples(api, raw),
          pointers: {
            body: `${own}/requestBody/content/application~1json/schema`,
            response: (status: string) => responsePointer(own, raw, status),
          },
          raw,
        },
      ];
    }),
  ),
);

function requestExamples(api: Api, raw: RawOperation): RequestExample[] {
  const examples = raw.requestBody?.content[json]?.examples ?? {};
  return Object.entries(examples).map(([name, example]) => ({
    name,
    body: resolve(api, example).value,
  }));
}

function responseExamples(api: Api, raw: RawOperation): ResponseExample[] {
  return Object.entries(raw.responses).flatMap(([status, reference]) => {
    const response = resolve(api, reference);
    const headers = Object.keys(response.headers ?? {});
    return Object.entries(response.content[json]?.examples ?? {}).map(([name, example]) => ({
      status,
      name,
      body: resolve(api, example).value,
      headers,
    }));
  });
}

function responsePointer(own: string, raw: RawOperation, status: string): string {
  const response = raw.responses[status]?.$ref ?? `${own}/responses/${status}`;
  return `${response}/content/application~1json/schema`;
}
