import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';

const FOLDER = new URL('../../extensions/', import.meta.url);
const SUFFIX = '.schema.json';
/** Our keyword in those schemas: the Redocly node types that can have the extension. The default is all. */
const APPLIES_TO = 'appliesTo';

/** One of our extensions. */
export interface Extension {
  readonly title: string;
  readonly description: string;
  readonly appliesTo: readonly string[] | undefined;
  /** The problems of a value; empty if it is valid. */
  check(value: unknown): string[];
}

/** Our extensions: one schema per key in spec/extensions. */
export function loadExtensions(folder: URL = FOLDER): ReadonlyMap<string, Extension> {
  const ajv = new Ajv2020({ allErrors: true, keywords: [APPLIES_TO] });
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .sort();
  // Adds all schemas before compiling the first: they refer to each other.
  const schemas = names.map((name) => {
    const schema = JSON.parse(readFileSync(new URL(name + SUFFIX, folder), 'utf8'));
    ajv.addSchema(schema, name + SUFFIX);
    return [name, schema] as const;
  });
  return new Map(
    schemas.map(([name, schema]) => {
      const validate = ajv.compile(schema);
      const check = (value: unknown) =>
        validate(value) ? [] : (validate.errors ?? []).map(explain);
      const { title, description, [APPLIES_TO]: appliesTo } = schema;
      return [name, { title, description, appliesTo, check }];
    }),
  );
}

function explain({ instancePath, message, params }: ErrorObject): string {
  const where = instancePath.slice(1).replaceAll('/', '.');
  const allowed: unknown = params.allowedValues ?? params.allowedValue ?? params.additionalProperty;
  const detail = allowed === undefined ? '' : `: ${[allowed].flat().join(', ')}`;
  return `${where ? `\`${where}\` ` : 'it '}${message ?? 'is wrong'}${detail}`;
}
