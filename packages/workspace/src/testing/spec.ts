import sync from '@telecrm/spec/sync.json' with { type: 'json' };
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OperationId, Result } from '../index.ts';
import { getOwn, isObject } from '../json/json.ts';

// Ajv does not know the spec's own formats, which have a pattern beside them, nor OpenAPI's keywords.
const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
addFormats.default(ajv);
ajv.addSchema(sync, 'sync');

interface Response {
  status: string;
  pointer: string;
  examples: { name: string; value: unknown }[];
}

export interface SpecOperation {
  id: string;
  responses: Response[];
  /** The bodies of the request examples. */
  requests: unknown[];
}

/** Every operation of the Sync API, as the bundle has it. */
export const specOperations: SpecOperation[] = Object.entries(sync.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => method === 'get' || method === 'post')
    .map(([method, operation]) => ({
      id: String(getOwn(operation, 'operationId')),
      requests: valuesOf(getOwn(operation, 'requestBody')).map(({ value }) => value),
      responses: Object.entries(getOwn(operation, 'responses') ?? {}).map(([status, response]) => ({
        status,
        pointer: pointer('paths', path, method, 'responses', status),
        examples: valuesOf(response),
      })),
    })),
);

function valuesOf(holder: unknown): { name: string; value: unknown }[] {
  const media = getOwn(getOwn(resolve(holder), 'content'), 'application/json');
  return Object.entries(getOwn(media, 'examples') ?? {}).map(([name, example]) => ({
    name,
    value: getOwn(resolve(example), 'value'),
  }));
}

function resolve(value: unknown): unknown {
  const reference = getOwn(value, '$ref');
  if (typeof reference !== 'string') return value;
  const keys = reference.slice(2).split('/');
  return resolve(keys.reduce<unknown>((at, key) => getOwn(at, plain(key)), sync));
}

function plain(key: string): string {
  return decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~');
}

function pointer(...keys: string[]): string {
  return `#/${keys.map((key) => key.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
}

/** What is wrong with an answer by the spec: its status, found by the error's code, and its body. */
export function complaints(id: OperationId, result: Result<unknown>): string[] {
  const operation = specOperations.find((known) => known.id === id);
  if (operation === undefined) return [`the spec has no ${id}`];
  const response = operation.responses.find((known) => answers(known, result));
  if (response === undefined) return [`${id} has no answer for ${JSON.stringify(result)}`];
  const body = result.ok ? result.data : { error: { ...result, ok: undefined } };
  return schemaComplaints(response, JSON.parse(JSON.stringify(body)));
}

function answers({ status, examples }: Response, result: Result<unknown>): boolean {
  if (result.ok) return status.startsWith('2');
  return examples.some(({ value }) => getOwn(getOwn(value, 'error'), 'code') === result.code);
}

function schemaComplaints({ pointer: at }: Response, body: unknown): string[] {
  const response = at
    .slice(2)
    .split('/')
    .reduce<unknown>((node, key) => resolve(getOwn(node, plain(key))), sync);
  const schema = getOwn(getOwn(getOwn(response, 'content'), 'application/json'), 'schema');
  const reference = getOwn(schema, '$ref');
  if (typeof reference !== 'string') return ['the answer has no schema by name'];
  const validate = ajv.getSchema(`sync${reference}`);
  if (validate === undefined || !isObject(schema)) return [`there is no ${reference}`];
  validate(body);
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}
