import { entries, isNode, isText } from '../document/document.ts';
import { type Mark, markOf } from './mark.ts';
import { sentencesOf } from './sentences.ts';

/** One statement of the spec about the API. */
export interface Claim {
  /** The component, operation or API that states it. */
  readonly subject: string;
  /** The location within the subject, and the keyword: `rating.maximum`, `400.says`. */
  readonly key: string;
  readonly value: string;
  readonly mark: Mark;
}

/** Keywords that are compared. `minLength: 1` and similar ones are not: they only exclude empty values. */
const scalars = ['type', 'const', 'format', 'pattern', 'minimum', 'maximum', 'default'];
const sizes = ['minItems', 'maxItems', 'minProperties'];
const lists = ['enum', 'required'];
const trivial = new Set(['type object', 'minimum 0', 'format int64', 'format password']);
/** This many examples or more are a list of known values. */
const listed = 3;

/** The statements of a schema, including its properties. The target of a reference is a separate subject. */
export function* schemaClaims(
  subject: string,
  schema: unknown,
  at = '',
  mark?: Mark,
): Iterable<Claim> {
  if (!isNode(schema)) return;
  const own = markOf(schema) ?? mark;
  const claim = (key: string, value: unknown): Claim => ({
    subject,
    key: at + key,
    value: typeof value === 'string' ? value : JSON.stringify(value),
    mark: own,
  });
  yield* says(subject, at, schema.description, own);
  for (const key of [...scalars, ...sizes]) {
    if (key in schema && !trivial.has(`${key} ${schema[key]}`)) yield claim(key, schema[key]);
  }
  for (const key of lists) for (const value of itemsOf(schema[key])) yield claim(key, value);
  const examples = itemsOf(schema.examples);
  if (examples.length >= listed) for (const value of examples) yield claim('examples', value);
  if (schema.additionalProperties === false) {
    // No page describes the handling of other keys.
    yield {
      ...claim('unknownKeys', schema['x-unknown-keys'] ?? 'rejected'),
      mark: own ?? 'inferred',
    };
  }
  for (const [name, property] of entries(schema.properties)) {
    yield { ...claim('keys', name), mark: markOf(property) ?? own };
    yield* schemaClaims(subject, property, `${at}${name}.`, own);
  }
  yield* schemaClaims(subject, schema.items, `${at}items.`, own);
}

/** The statements of a parameter or header. */
export function* parameterClaims(subject: string, node: unknown): Iterable<Claim> {
  if (!isNode(node)) return;
  const mark = markOf(node);
  yield* says(subject, '', node.description, mark);
  for (const key of ['name', 'in', 'required']) {
    if (key in node) yield { subject, key, value: String(node[key]), mark };
  }
  yield* schemaClaims(subject, node.schema, '', mark);
}

/** The statements of a response: its description and its examples. */
export function* responseClaims(subject: string, node: unknown, at = ''): Iterable<Claim> {
  if (!isNode(node)) return;
  const mark = markOf(node);
  yield* says(subject, at, node.description, mark);
  for (const [name, example] of examplesOf(node)) {
    yield* exampleClaims(subject, example, `${at}${name}`, mark);
  }
}

/** The value of an example. The target of a reference is a separate subject. */
export function* exampleClaims(
  subject: string,
  node: unknown,
  key = 'value',
  mark?: Mark,
): Iterable<Claim> {
  if (!isNode(node) || !('value' in node)) return;
  yield { subject, key, value: JSON.stringify(node.value), mark: markOf(node) ?? mark };
}

/** The statements of a path file, by operation ID. `markOfComponent` returns the mark of a referenced component. */
export function* operationClaims(
  path: unknown,
  markOfComponent: (name: string) => Mark,
): Iterable<Claim> {
  const markBehind = (node: unknown) => markOf(node) ?? markOfComponent(componentOf(node));
  for (const [, node] of entries(path)) {
    if (!isNode(node) || !isText(node.operationId)) continue;
    const subject = node.operationId;
    yield* says(subject, '', node.description, undefined);
    for (const parameter of itemsOf(node.parameters)) {
      const value = componentOf(parameter);
      yield { subject, key: 'parameters', value, mark: markBehind(parameter) };
    }
    if (isNode(node.requestBody)) yield* responseClaims(subject, node.requestBody, 'request.');
    for (const [status, response] of entries(node.responses)) {
      yield { subject, key: 'statuses', value: status, mark: markBehind(response) };
      yield* responseClaims(subject, response, `${status}.`);
    }
  }
}

/** The statements in the root file of an API. */
export function* rootClaims(subject: string, root: unknown): Iterable<Claim> {
  if (!isNode(root)) return;
  const info = isNode(root.info) ? root.info : {};
  yield* says(subject, 'info.', info.summary, undefined);
  yield* says(subject, 'info.', info.description, undefined);
  for (const server of itemsOf(root.servers)) {
    if (isNode(server))
      yield { subject, key: 'servers', value: String(server.url), mark: undefined };
  }
  for (const tag of itemsOf(root.tags)) {
    if (isNode(tag)) yield* says(subject, `${tag.name}.`, tag.description, undefined);
  }
  const limit = root['x-rate-limit'];
  if (isNode(limit)) {
    const value = `${limit.requests} in ${limit.seconds} seconds per ${limit.per}`;
    yield { subject, key: 'rateLimit', value, mark: markOf(limit) };
  }
  const schemes = isNode(root.components) ? root.components.securitySchemes : {};
  for (const [name, scheme] of entries(schemes)) {
    if (isNode(scheme)) yield* says(subject, `${name}.`, scheme.description, undefined);
  }
}

function* says(subject: string, at: string, text: unknown, mark: Mark): Iterable<Claim> {
  if (!isText(text)) return;
  for (const sentence of sentencesOf(text)) {
    yield { subject, key: `${at}says`, value: sentence.text, mark: sentence.mark ?? mark };
  }
}

function examplesOf(node: Readonly<Record<string, unknown>>): [string, unknown][] {
  const content = isNode(node.content) ? node.content['application/json'] : undefined;
  return entries(isNode(content) ? content.examples : undefined);
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The name of the referenced component. */
function componentOf(reference: unknown): string {
  const target = isNode(reference) ? String(reference.$ref) : '';
  return target.slice(target.lastIndexOf('/') + 1).replace(/\.yaml$/, '');
}
