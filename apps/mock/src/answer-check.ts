import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { type Bundle, follow } from './bundle.ts';
import type { Operation } from './operations.ts';

/** What is wrong with an answer by the spec: places and rules, no values. Nothing is wrong with most. */
export type AnswerCheck = (operation: Operation<string>, status: number, body: unknown) => string[];

const none: string[] = [];

/**
 * Holds the answers of a workspace to the spec. It reads OpenAPI 3.1's schemas as what they are, JSON Schema 2020-12,
 * where Prism reads them as an older draft; each is compiled once.
 */
export function createAnswerCheck(bundles: Record<string, Bundle>): AnswerCheck {
  // The first mistake is enough. The spec's own formats have a pattern beside them.
  const ajv = new Ajv2020({ strict: false, logger: false, validateSchema: false });
  ajvFormats.default(ajv);
  for (const [api, bundle] of Object.entries(bundles)) ajv.addSchema(bundle, api);
  const compiled = new Map<string, ValidateFunction | undefined>();

  const validatorOf = (operation: Operation<string>, status: number) => {
    const key = `${operation.id} ${status}`;
    if (compiled.has(key)) return compiled.get(key);
    const bundle = bundles[operation.api];
    const pointer = bundle && schemaPointer(bundle, operation, status);
    const validate = pointer && ajv.compile({ $ref: `${operation.api}${encodeURI(pointer)}` });
    compiled.set(key, validate || undefined);
    return validate || undefined;
  };

  return (operation, status, body) => {
    const validate = validatorOf(operation, status);
    if (validate === undefined) {
      const isDocumented = body === undefined && operation.statuses.includes(String(status));
      return isDocumented ? none : [`the status ${status} is not documented`];
    }
    return validate(body) ? none : (validate.errors ?? []).map(describe);
  };
}

function describe({ instancePath, message }: ErrorObject): string {
  return `answer${instancePath.replaceAll('/', '.')} ${message}`;
}

function schemaPointer(
  bundle: Bundle,
  { resource }: Operation<string>,
  status: number,
): string | undefined {
  const responses = bundle.paths[resource.path]?.[resource.method]?.responses ?? {};
  const code = [`${status}`, `${Math.floor(status / 100)}XX`].find((key) => key in responses);
  const response = code === undefined ? undefined : responses[code];
  if (response === undefined || !follow(bundle, response).content) return undefined;
  const own = `#/paths/${escaped(resource.path)}/${resource.method}/responses/${code}`;
  const at = '$ref' in response ? response.$ref : own;
  return `${at}/content/application~1json/schema`;
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
