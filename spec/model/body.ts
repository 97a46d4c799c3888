import type {
  HeaderObject,
  MediaTypeObject,
  Reference,
  RequestBodyObject,
  ResponseObject,
} from './document.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { type NamedExample, readExamples } from './example.ts';
import { pointerTo, type Resolver } from './resolve.ts';
import { componentName, type Schema } from './schema.ts';

/** The JSON of a request or of a response. */
export interface JsonContent {
  /** As written in the spec: a reference if it names a component. `resolveSchema` resolves it. */
  schema: Schema;
  /** The component that contains the schema; `undefined` if the operation contains it itself. */
  schemaName: string | undefined;
  /** The location of the schema in the document, as a reference: `#/paths/…/schema`. */
  pointer: string;
  examples: readonly NamedExample[];
}

/** The body of a request. */
export interface RequestBody extends JsonContent {
  required: boolean;
  description: string;
  evidence: Evidence | undefined;
}

/** A documented response of an operation. */
export interface Response {
  /** As written in the spec: `200`, `5XX`. */
  status: string;
  description: string;
  /** The component that contains it; `undefined` if the operation contains it itself. */
  component: string | undefined;
  headers: readonly ResponseHeader[];
  /** `undefined` if the response has no body. */
  content: JsonContent | undefined;
  evidence: Evidence | undefined;
}

/** A documented header of a response. */
export interface ResponseHeader {
  name: string;
  required: boolean;
  description: string;
  schema: Schema;
  example: unknown;
}

export function readRequestBody(
  resolver: Resolver,
  entry: RequestBodyObject | Reference,
  pointer: string,
): RequestBody {
  const part = resolver.resolve<RequestBodyObject>(entry);
  const content = readContent(resolver, part.content, referenceOr(entry, pointer));
  if (!content) throw new Error(`${pointer}: a request body without JSON is not supported`);
  return {
    ...content,
    required: part.required ?? false,
    description: part.description ?? '',
    evidence: evidenceOf(part),
  };
}

export function readResponse(
  resolver: Resolver,
  status: string,
  entry: ResponseObject | Reference,
  pointer: string,
): Response {
  const part = resolver.resolve<ResponseObject>(entry);
  return {
    status,
    description: part.description ?? '',
    component: '$ref' in entry ? componentName(entry) : undefined,
    headers: Object.entries(part.headers ?? {}).map(([name, header]) =>
      readHeader(resolver, name, header),
    ),
    content: readContent(resolver, part.content, referenceOr(entry, pointer)),
    evidence: evidenceOf(part),
  };
}

function readHeader(
  { resolve, resolveSchema }: Resolver,
  name: string,
  entry: HeaderObject | Reference,
): ResponseHeader {
  const { required = false, description = '', schema = {}, example } = resolve<HeaderObject>(entry);
  return { name, required, description, schema: resolveSchema(schema), example };
}

function readContent(
  resolver: Resolver,
  content: Readonly<Record<string, MediaTypeObject>> = {},
  pointer: string,
): JsonContent | undefined {
  const [entry, ...others] = Object.entries(content);
  if (!entry) return undefined;
  const [mediaType, { schema = {}, examples }] = entry;
  if (mediaType !== 'application/json' || others.length > 0) {
    const found = Object.keys(content).join(', ');
    throw new Error(`${pointer}: the model reads application/json alone, not ${found}`);
  }
  return {
    schema,
    schemaName: componentName(schema),
    pointer: `${pointer}${pointerTo('content', mediaType, 'schema').slice(1)}`,
    examples: readExamples(resolver, examples),
  };
}

/** The location of a part: the target of its reference, or the part itself. */
function referenceOr(entry: object | Reference, pointer: string): string {
  return '$ref' in entry ? entry.$ref : pointer;
}
