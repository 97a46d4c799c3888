import { apis } from '@telecrm/spec/model';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { ApiOperation } from './operations.ts';

// A bundle is added whole, so that its own references hold; its OpenAPI keywords mean nothing to Ajv. Nor do the
// spec's own formats, which have a pattern beside them: silence keeps a line about each out of the report.
const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
addFormats.default(ajv);
for (const { name, document } of Object.values(apis())) ajv.addSchema(document, name);

/** What is wrong with the body of a request, by its schema. */
export function requestIssues({ api, id, requestBody }: ApiOperation, value: unknown): string[] {
  if (!requestBody) throw new Error(`${id} takes no body`);
  return issuesAt(api, requestBody.pointer, value);
}

/** What is wrong with the body of a response, by the schema of its status. */
export function responseIssues(
  { api, id, responses }: ApiOperation,
  status: string | number,
  value: unknown,
): string[] {
  const content = responses.find((response) => response.status === String(status))?.content;
  if (!content) throw new Error(`${id} documents no body for ${status}`);
  return issuesAt(api, content.pointer, value);
}

/** By JSON Schema 2020-12, which is what OpenAPI 3.1 means and Prism does not check in full. */
function issuesAt(api: string, pointer: string, value: unknown): string[] {
  const reference = `${api}${encodeURI(pointer)}`;
  const validate = ajv.getSchema(reference) ?? ajv.compile({ $ref: reference });
  validate(value);
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || '/'} ${message}`,
  );
}
