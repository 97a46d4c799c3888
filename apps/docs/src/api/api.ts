import { readFile } from 'node:fs/promises';

/** One of the two APIs, as its bundle describes it. */
export type Api = {
  slug: 'sync' | 'async';
  title: string;
  summary: string;
  /** Where the live API answers. */
  production: string;
  /** Where the sandbox answers. */
  sandbox: string;
  rateLimit: { requests: number; seconds: number; documented: boolean } | undefined;
  operations: Operation[];
};

export type Operation = {
  id: string;
  method: string;
  path: string;
  summary: string;
  tag: string;
  /** What follows `#` in the address of the operation in the reference. */
  anchor: string;
  /** The values of the request body's named examples, in the order of the bundle. */
  bodies: unknown[];
  /** The values of the named examples of the first response that means success. */
  answers: unknown[];
};

type Bundle = {
  info: { title: string; summary?: string };
  servers?: { url: string }[];
  paths?: Record<string, Record<string, BundleOperation>>;
  'x-rate-limit'?: { requests: number; seconds: number; 'x-evidence'?: string };
};

type BundleOperation = {
  operationId: string;
  summary?: string;
  tags?: string[];
  requestBody?: Referable<Body>;
  responses?: Record<string, Referable<Body>>;
};

type Body = { content?: Record<string, { examples?: Record<string, Referable<Example>> }> };
type Example = { value: unknown };
type Referable<T> = T | { $ref: string };

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Reads what the pages say about an API from its JSON bundle. */
export async function readApi(slug: Api['slug'], bundleFile: string): Promise<Api> {
  // The bundle is the built output of a linted OpenAPI document; its shape is the linter's concern.
  const bundle = JSON.parse(await readFile(bundleFile, 'utf8')) as Bundle;
  const limit = bundle['x-rate-limit'];
  return {
    slug,
    title: bundle.info.title,
    summary: bundle.info.summary ?? '',
    production: serverOf(bundle, false),
    sandbox: serverOf(bundle, true),
    rateLimit: limit && {
      requests: limit.requests,
      seconds: limit.seconds,
      documented: !limit['x-evidence'],
    },
    operations: Object.entries(bundle.paths ?? {}).flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([method]) => methods.includes(method))
        .map(([method, operation]) => readOperation(bundle, path, method, operation)),
    ),
  };
}

function serverOf(bundle: Bundle, local: boolean): string {
  const found = bundle.servers?.find(({ url }) => url.startsWith('http://127.0.0.1') === local);
  if (!found) throw new Error(`no ${local ? 'sandbox' : 'production'} server among its servers`);
  return found.url;
}

function readOperation(
  bundle: Bundle,
  path: string,
  method: string,
  operation: BundleOperation,
): Operation {
  const tag = operation.tags?.[0] ?? '';
  const success = Object.keys(operation.responses ?? {}).find((status) => status.startsWith('2'));
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    summary: operation.summary ?? operation.operationId,
    tag,
    anchor: `/${slugOf(tag)}/${slugOf(operation.operationId)}`,
    bodies: examplesOf(bundle, operation.requestBody),
    answers: examplesOf(bundle, success ? operation.responses?.[success] : undefined),
  };
}

/** Redoc's own rule for addresses; the test that opens each operation in a browser holds it to it. */
function slugOf(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}

function examplesOf(bundle: Bundle, body: Referable<Body> | undefined): unknown[] {
  if (!body) return [];
  const [media] = Object.values(resolve(bundle, body).content ?? {});
  return Object.values(media?.examples ?? {}).map((example) => resolve(bundle, example).value);
}

function resolve<T extends object>(bundle: Bundle, part: Referable<T>): T {
  if (!('$ref' in part)) return part;
  // A reference leads to what may stand in its place, which the linter has seen to.
  const found = part.$ref
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], bundle) as
    | Referable<T>
    | undefined;
  if (!found) throw new Error(`${part.$ref} leads nowhere`);
  return resolve(bundle, found);
}
