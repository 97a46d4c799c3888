import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import ajvFormats from 'ajv-formats';
import type { Complaint, Schema } from './complaint.ts';
import { narrow } from './conditions.ts';
import type { Resource } from './operations.ts';

// Prism's complaints do not say which form of an action they come from, so that a refused body is
// validated once more, by the same validator, for the whole story.
const everything = validatorOf({ allErrors: true });
const firstOnly = validatorOf({ allErrors: false });

export function bodySchema({ request }: Resource): Schema {
  // Prism's schemas are JSON Schema with more keywords than are read here.
  return (request?.body?.contents?.[0]?.schema ?? {}) as Schema;
}

/** All that is wrong with a body. */
export function bodyComplaints(resource: Resource, body: unknown): Complaint[] {
  return everything(resource, body);
}

/**
 * The first thing that is wrong with a body. Prism lists all of them, which takes it many seconds for
 * 1 MB of mistakes, so that large bodies come here before.
 */
export function firstComplaint(resource: Resource, body: unknown): Complaint[] {
  return firstOnly(resource, body);
}

function validatorOf(options: { allErrors: boolean }) {
  const ajv = new Ajv({ ...options, verbose: true, strict: false, logger: false });
  ajvFormats.default(ajv);
  const compiled = new WeakMap<Resource, ValidateFunction>();
  return (resource: Resource, body: unknown): Complaint[] => {
    const validate = compiled.get(resource) ?? ajv.compile(bodySchema(resource));
    compiled.set(resource, validate);
    return validate(body) ? [] : narrow(validate.errors ?? []).map(complaint);
  };
}

function complaint(error: ErrorObject): Complaint {
  const place = ['body', ...pointer(error.instancePath)];
  // In verbose mode it is the schema that holds the broken keyword.
  const schema = (error.parentSchema ?? {}) as Schema;
  const { keyword, data } = error;
  const { missingProperty, additionalProperty } = error.params;
  if (typeof missingProperty === 'string') {
    const wanted = schema.properties?.[missingProperty] ?? {};
    return { place: [...place, missingProperty], keyword, schema: wanted };
  }
  if (typeof additionalProperty === 'string') {
    return { place: [...place, additionalProperty], keyword, schema };
  }
  return { place, keyword, schema, given: data };
}

function pointer(path: string): string[] {
  const steps = path.split('/').slice(1);
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
