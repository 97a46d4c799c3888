import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';

const FOLDER = new URL('../extensions/', import.meta.url);
const SUFFIX = '.schema.json';
/** Our keyword in those schemas: the Redocly node types that may carry the extension; without it, all may. */
const APPLIES_TO = 'appliesTo';

/** One word of the vocabulary. */
export interface Extension {
  readonly title: string;
  readonly description: string;
  readonly appliesTo: readonly string[] | undefined;
  /** What is wrong with a value, in words; empty when it is right. */
  check(value: unknown): string[];
}

/** The vocabulary is what the folder spec/extensions holds, one schema a key. */
export function loadExtensions(folder: URL = FOLDER): ReadonlyMap<string, Extension> {
  const ajv = new Ajv2020({ allErrors: true, keywords: [APPLIES_TO] });
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .sort();
  // All are added before the first is compiled, since they refer to one another.
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
