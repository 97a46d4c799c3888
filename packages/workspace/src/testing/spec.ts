import { apis, type Response } from '@telecrm/spec/model';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OperationId, Result } from '../index.ts';
import { getOwn } from '../json/json.ts';

const { sync } = apis();

// Ajv knows neither OpenAPI's keywords nor the spec's own formats, which always have a pattern.
const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
addFormats.default(ajv);
ajv.addSchema(sync.document, 'sync');

/** Every operation of the Sync API. */
export const specOperations = sync.operations;

/**
 * Validates a response against the spec: its status, found by the error's code, and its body. Returns the violations.
 */
export function violations(id: OperationId, result: Result<unknown>): string[] {
  const response = sync.operation(id).responses.find((known) => matches(known, result));
  if (response?.content === undefined) {
    return [`${id} documents no response for ${JSON.stringify(result)}`];
  }
  const validate = ajv.getSchema(`sync${response.content.pointer}`);
  if (validate === undefined) return [`there is no ${response.content.pointer}`];
  const body = result.ok ? result.data : { error: { ...result, ok: undefined } };
  validate(JSON.parse(JSON.stringify(body)));
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

function matches({ status, content }: Response, result: Result<unknown>): boolean {
  if (result.ok) return status.startsWith('2');
  const examples = content?.examples ?? [];
  return examples.some(({ value }) => getOwn(getOwn(value, 'error'), 'code') === result.code);
}
