import { apis } from '@telecrm/spec/model';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { ApiOperation } from './operations.ts';

// The whole bundle is added to resolve its references; Ajv ignores its OpenAPI keywords. It also does not know the
// spec's own formats, which always have a pattern; without a logger it does not warn about each of them.
const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
addFormats.default(ajv);
for (const { name, document } of Object.values(apis())) ajv.addSchema(document, name);

/** The issues in the body of a request, according to its schema. */
export function requestIssues({ api, id, requestBody }: ApiOperation, value: unknown): string[] {
  if (!requestBody) throw new Error(`${id} takes no body`);
  return issuesAt(api, requestBody.pointer, value);
}

/** The issues in the body of a response, according to the schema of its status. */
export function responseIssues(
  { api, id, responses }: ApiOperation,
  status: string | number,
  value: unknown,
): string[] {
  const content = responses.find((response) => response.status === String(status))?.content;
  if (!content) throw new Error(`${id} documents no body for ${status}`);
  return issuesAt(api, content.pointer, value);
}

/** Validates by JSON Schema 2020-12, which OpenAPI 3.1 uses and Prism supports only in part. */
function issuesAt(api: string, pointer: string, value: unknown): string[] {
  const reference = `${api}${encodeURI(pointer)}`;
  const validate = ajv.getSchema(reference) ?? ajv.compile({ $ref: reference });
  validate(value);
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || '/'} ${message}`,
  );
}
