/** Derives bad requests from an operation's schemas, each invalid at exactly one path. */
import type { Parameter, Schema } from '@telecrm/spec/model';
import { exampleRequest, type Request } from '../call.ts';
import { type ApiOperation, apiOf } from '../operations.ts';
import { requestIssues } from '../validate.ts';

/** A request that the operation must reject. */
export interface BadRequest {
  /** The path and the problem there, for the name of the test. */
  what: string;
  request: Request;
}

interface Flaw {
  what: string;
  body: unknown;
}

/** Every bad request that can be derived from the operation's schemas, without duplicates. */
export function badRequests(operation: ApiOperation): BadRequest[] {
  const base = exampleRequest(operation);
  const found = new Map<string, BadRequest>();
  for (const parameter of operation.parameters) {
    for (const value of badParameterValues(operation, parameter)) {
      const what = `${parameter.in} ${parameter.name} = ${JSON.stringify(value)}`;
      found.set(what, { what, request: withParameter(base, parameter, value) });
    }
  }
  const { schema, examples = [] } = operation.requestBody ?? {};
  for (const { name, value } of examples) {
    for (const flaw of bodyFlaws(operation, schema ?? {}, value, 'body')) {
      // What is invalid for one kind of action may be valid for the other, so the whole body is validated.
      if (requestIssues(operation, flaw.body).length === 0) continue;
      const what = `${flaw.what} (${name})`;
      found.set(what, { what, request: { ...base, body: flaw.body } });
    }
  }
  if (schema !== undefined) {
    found.set('no body', { what: 'no body', request: { ...base, body: undefined } });
  }
  return [...found.values()];
}

/** On the wire a parameter is text: no value has the wrong type for a string, and no path segment is empty. */
function badParameterValues(
  operation: ApiOperation,
  { in: location, schema }: Parameter,
): unknown[] {
  const isText = schema.type === 'string';
  return badValues(operation, schema).filter((value) =>
    isText ? typeof value === 'string' && (location === 'query' || value !== '') : true,
  );
}

function withParameter(base: Request, parameter: Parameter, value: unknown): Request {
  return { ...base, [parameter.in]: { ...base[parameter.in], [parameter.name]: value } };
}

/** Variants of `value` that violate its schema at one path each. */
function* bodyFlaws(
  operation: ApiOperation,
  reference: Schema,
  value: unknown,
  path: string,
): Generator<Flaw> {
  const schema = apiOf(operation).resolveSchema(reference);
  for (const bad of badValues(operation, schema)) {
    yield { what: `${path} = ${JSON.stringify(bad)}`, body: bad };
  }
  for (const branch of [schema.then, schema.else]) {
    if (branch !== undefined) yield* bodyFlaws(operation, branch, value, path);
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const inner = bodyFlaws(operation, schema.items ?? {}, item, `${path}[${index}]`);
      yield* within(inner, (bad) => value.with(index, bad));
    }
  } else if (isObject(value)) {
    yield* objectFlaws(operation, schema, value, path);
  }
}

function* objectFlaws(
  operation: ApiOperation,
  schema: Schema,
  value: Record<string, unknown>,
  path: string,
): Generator<Flaw> {
  for (const key of schema.required ?? []) {
    const { [key]: _, ...rest } = value;
    yield { what: `${path}.${key} missing`, body: rest };
  }
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    const inner = bodyFlaws(operation, property, value[key], `${path}.${key}`);
    yield* within(inner, (bad) => ({ ...value, [key]: bad }));
  }
  const others = schema.additionalProperties;
  if (others === false) {
    yield {
      what: `${path} with a key that it does not take`,
      body: { ...value, unexpected: 'x' },
    };
  } else if (typeof others === 'object') {
    const inner = bodyFlaws(operation, others, undefined, `${path}.custom_key`);
    yield* within(inner, (bad) => ({ ...value, custom_key: bad }));
  }
}

function* within(flaws: Iterable<Flaw>, wrap: (bad: unknown) => unknown): Generator<Flaw> {
  for (const { what, body } of flaws) yield { what, body: wrap(body) };
}

/** Values that a schema rejects without its context: of the wrong type, out of range, not in the enum, malformed. */
function badValues(operation: ApiOperation, reference: Schema): unknown[] {
  const schema = apiOf(operation).resolveSchema(reference);
  const types = [schema.type ?? []].flat();
  const bad: unknown[] = [];
  if (types.length > 0) bad.push(...wrongType(types));
  if (schema.enum !== undefined) bad.push('NOT_AN_OPTION');
  if (schema.const !== undefined) bad.push('NOT_THE_CONSTANT');
  if (types.length === 1) {
    if (schema.minimum !== undefined) bad.push(schema.minimum - 1);
    if (schema.maximum !== undefined) bad.push(schema.maximum + 1);
    if (schema.minLength !== undefined && schema.minLength > 0) bad.push('');
    if (schema.pattern !== undefined) bad.push('?!');
    if (schema.format === 'email') bad.push('not-an-email');
    if (schema.minItems !== undefined && schema.minItems > 0) bad.push([]);
    if (schema.minProperties !== undefined && schema.minProperties > 0) bad.push({});
  }
  return bad;
}

const samples: Record<string, unknown> = {
  boolean: true,
  integer: 1,
  number: 1.5,
  string: 'text',
  array: [null],
  object: { unexpected: null },
};

/** A value of a type other than the given ones. A query can carry only text, so text comes first. */
function wrongType(types: readonly string[]): unknown[] {
  const order = ['string', 'number', 'boolean', 'object'];
  const wrong = order.find(
    (type) => !types.includes(type) && !(type === 'number' && types.includes('integer')),
  );
  return wrong === undefined ? [] : [samples[wrong]];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
