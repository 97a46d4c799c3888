import { readFile } from 'node:fs/promises';
import { slug as anchorOf } from 'github-slugger';
import type {
  BodyPart,
  Document,
  Evidence,
  ExamplePart,
  OperationPart,
  ParameterPart,
  Ref,
  Schema,
} from './document.ts';
import { follow } from './document.ts';

/** One of the two APIs, as its bundle describes it. */
export type Api = {
  slug: 'sync' | 'async';
  title: string;
  summary: string;
  /** What the API is for, without the guides that the bundle carries behind it. */
  intro: string;
  /** Where the live API answers. */
  production: string;
  /** Where the sandbox answers. */
  sandbox: string;
  /** What the sandbox takes as a token. */
  sandboxToken: string;
  rateLimit: { requests: number; seconds: number; documented: boolean; note?: string } | undefined;
  tags: { name: string; description: string }[];
  operations: Operation[];
  document: Document;
};

export type Operation = {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  tag: string;
  /** What follows `#` in the address of the operation in the Redoc reference; a test opens each in a browser. */
  anchor: string;
  parameters: Parameter[];
  body: Body | undefined;
  responses: (Body & { status: string })[];
  retry: OperationPart['x-retry'];
  pagination: OperationPart['x-pagination'];
};

/** `examples` are values by the name of the request example that they go with; `example` is for the others. */
type Parameter = Omit<ParameterPart, 'examples'> & { examples: Record<string, unknown> };

export type Body = {
  description: string;
  required: boolean;
  schema: Schema | undefined;
  examples: (ExamplePart & { name: string })[];
} & Evidence;

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Reads what the pages say about an API from its JSON bundle. */
export async function readApi(slug: Api['slug'], bundleFile: string): Promise<Api> {
  const document: Document = JSON.parse(await readFile(bundleFile, 'utf8'));
  const limit = document['x-rate-limit'];
  const note = limit?.['x-evidence-note'];
  return {
    slug,
    title: document.info.title,
    summary: document.info.summary ?? '',
    intro: introOf(document),
    production: serverOf(document, false),
    sandbox: serverOf(document, true),
    sandboxToken: sandboxTokenOf(document),
    rateLimit: limit && {
      requests: limit.requests,
      seconds: limit.seconds,
      documented: !limit['x-evidence'],
      ...(note && { note }),
    },
    tags: (document.tags ?? []).map(({ name, description = '' }) => ({ name, description })),
    operations: Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([method]) => methods.includes(method))
        // What stands under a method is an operation.
        .map(([method, part]) =>
          readOperation(document, path, method, part as OperationPart, item.parameters ?? []),
        ),
    ),
    document,
  };
}

/** The description up to the first guide, which opens with a heading of the first level. */
function introOf(document: Document): string {
  return (document.info.description ?? '').split(/^# /m)[0]?.trim() ?? '';
}

function serverOf(document: Document, local: boolean): string {
  const found = document.servers?.find(({ url }) => url.startsWith('http://127.0.0.1') === local);
  if (!found) throw new Error(`no ${local ? 'sandbox' : 'production'} server among its servers`);
  return found.url;
}

function sandboxTokenOf({ components }: Document): string {
  const [scheme] = Object.values(components?.securitySchemes ?? {});
  if (!scheme?.['x-sandbox-token']) throw new Error('no sandbox token among its security schemes');
  return scheme['x-sandbox-token'];
}

function readOperation(
  document: Document,
  path: string,
  method: string,
  part: OperationPart,
  shared: (ParameterPart | Ref)[],
): Operation {
  const tag = part.tags?.[0] ?? '';
  return {
    id: part.operationId,
    method: method.toUpperCase(),
    path,
    summary: part.summary ?? part.operationId,
    description: part.description ?? '',
    tag,
    anchor: `/${anchorOf(tag)}/${anchorOf(part.operationId)}`,
    parameters: [...shared, ...(part.parameters ?? [])].map((it) =>
      readParameter(document, follow(document, it)),
    ),
    body: part.requestBody && readBody(document, follow(document, part.requestBody)),
    responses: Object.entries(part.responses ?? {}).map(([status, body]) => ({
      status,
      ...readBody(document, follow(document, body)),
    })),
    retry: part['x-retry'],
    pagination: part['x-pagination'],
  };
}

function readParameter(document: Document, part: ParameterPart): Parameter {
  const values = Object.entries(part.examples ?? {}).map(
    ([name, example]) => [name, follow<ExamplePart>(document, example).value] as const,
  );
  const example = part.example ?? values[0]?.[1];
  return {
    ...part,
    ...(example !== undefined && { example }),
    examples: Object.fromEntries(values),
  };
}

function readBody(document: Document, { content = {}, description = '', ...part }: BodyPart): Body {
  const [media] = Object.values(content);
  return {
    ...evidenceOf(part),
    description,
    required: part.required ?? false,
    schema: media?.schema,
    examples: Object.entries(media?.examples ?? {}).map(([name, example]) => ({
      name,
      ...follow(document, example),
    })),
  };
}

function evidenceOf(part: Evidence): Evidence {
  const { 'x-evidence': mark, 'x-evidence-note': note } = part;
  return { ...(mark && { 'x-evidence': mark }), ...(note && { 'x-evidence-note': note }) };
}
