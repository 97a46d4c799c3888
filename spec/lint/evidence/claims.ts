import { entries, isNode, isText } from '../document.ts';
import { type Mark, markOf } from './mark.ts';
import { sentencesOf } from './sentences.ts';

/** One thing that a file of the spec states about the API. */
export interface Claim {
  /** The component, operation or API that states it. */
  readonly subject: string;
  /** The place within the subject and what is stated there: `rating.maximum`, `400.says`. */
  readonly key: string;
  readonly value: string;
  readonly mark: Mark;
}

/** Keywords that state something; `minLength: 1` and the like only say that a value is not empty. */
const scalars = ['type', 'const', 'format', 'pattern', 'minimum', 'maximum', 'default'];
const sizes = ['minItems', 'maxItems', 'minProperties'];
const lists = ['enum', 'required'];
const trivial = new Set(['type object', 'minimum 0', 'format int64', 'format password']);
/** From this many on, examples are a list of known values. */
const listed = 3;

/** What a schema states, its properties included; a reference states that the key exists, and no more. */
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
    // No page says what happens to other keys.
    yield {
      ...claim('unknownKeys', schema['x-unknown-keys'] ?? 'refused'),
      mark: own ?? 'inferred',
    };
  }
  for (const [name, property] of entries(schema.properties)) {
    yield { ...claim('keys', name), mark: markOf(property) ?? own };
    yield* schemaClaims(subject, property, `${at}${name}.`, own);
  }
  yield* schemaClaims(subject, schema.items, `${at}items.`, own);
}

/** What a parameter or header states. */
export function* parameterClaims(subject: string, node: unknown): Iterable<Claim> {
  if (!isNode(node)) return;
  const mark = markOf(node);
  yield* says(subject, '', node.description, mark);
  for (const key of ['name', 'in', 'required']) {
    if (key in node) yield { subject, key, value: String(node[key]), mark };
  }
  yield* schemaClaims(subject, node.schema, '', mark);
}

/** What a response states: its description, and the value of each example. */
export function* responseClaims(subject: string, node: unknown, at = ''): Iterable<Claim> {
  if (!isNode(node)) return;
  const mark = markOf(node);
  yield* says(subject, at, node.description, mark);
  for (const [name, example] of examplesOf(node)) {
    yield* exampleClaims(subject, example, `${at}${name}`, mark);
  }
}

/** The value of an example; one that is a reference is stated where it leads. */
export function* exampleClaims(
  subject: string,
  node: unknown,
  key = 'value',
  mark?: Mark,
): Iterable<Claim> {
  if (!isNode(node) || !('value' in node)) return;
  yield { subject, key, value: JSON.stringify(node.value), mark: markOf(node) ?? mark };
}

/** What a path file states, under the IDs of its operations; `markOfComponent` knows the marks behind references. */
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

/** What the root of an API states. */
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

/** The name of the component that a reference leads to. */
function componentOf(reference: unknown): string {
  const target = isNode(reference) ? String(reference.$ref) : '';
  return target.slice(target.lastIndexOf('/') + 1).replace(/\.yaml$/, '');
}
