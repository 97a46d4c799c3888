import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { type Api, bundles } from './bundle.ts';

// A bundle is added whole, so that its own references hold; its OpenAPI keywords mean nothing to Ajv. Nor do the
// spec's own formats, which have a pattern beside them: silence keeps a line about each out of the report.
const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
addFormats.default(ajv);
for (const [api, bundle] of Object.entries(bundles)) ajv.addSchema(bundle, api);

/**
 * What is wrong with a value, by the schema at a JSON pointer of the bundle. JSON Schema 2020-12, which is what
 * OpenAPI 3.1 means and Prism does not check in full.
 */
export function complaints(api: Api, pointer: string, value: unknown): string[] {
  const reference = `${api}${encodeURI(pointer)}`;
  const validate = ajv.getSchema(reference) ?? ajv.compile({ $ref: reference });
  validate(value);
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || '/'} ${message}`,
  );
}
