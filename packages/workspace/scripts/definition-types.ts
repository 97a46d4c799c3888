import type { JsonSchema } from '@valibot/to-json-schema';
import { definitionJsonSchema } from './definition-schema.ts';

/**
 * The interfaces of a workspace definition, with the titles and descriptions of the schema as doc comments, which the
 * types that Valibot infers do not have. The types of the values are the inferred ones.
 */
export function definitionTypes(): string {
  const { $defs = {}, ...root } = definitionJsonSchema();
  const interfaces = new Map<string, string>();
  addInterface('WorkspaceDefinition', root, 'v.InferInput<typeof definitionSchema>');
  return [
    '// Generated from the schema of the definition; do not edit.',
    "import type * as v from 'valibot';",
    "import type { definitionSchema } from '../definition/schema/definition.ts';",
    ...interfaces.values(),
    '',
  ].join('\n');

  function addInterface(name: string, schema: JsonSchema, inferred: string): void {
    if (interfaces.has(name)) return;
    // Reserves the name and its place before the interfaces that this one uses.
    interfaces.set(name, '');
    const properties = Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
      if (typeof property === 'boolean') return [];
      const optional = schema.required?.includes(key) ? '' : '?';
      const type = typeOf(property, `NonNullable<${name}Input['${key}']>`);
      const orUndefined = optional && ' | undefined';
      return [docComment(property), `  readonly ${key}${optional}: ${type}${orUndefined};`];
    });
    const alias = `type ${name}Input = ${inferred};`;
    interfaces.set(name, ['', alias, `export interface ${name} {`, ...properties, '}'].join('\n'));
  }

  function typeOf(schema: JsonSchema, inferred: string): string {
    const { $ref, items, additionalProperties: rest, anyOf } = schema;
    const alternatives = anyOf?.filter((it) => typeof it === 'object') ?? [];
    if (alternatives.some(({ type }) => type === 'null')) {
      return `${alternatives
        .filter(({ type }) => type !== 'null')
        .map((it) => typeOf(it, inferred))
        .join(' | ')} | null`;
    }
    if (typeof items === 'object' && !Array.isArray(items)) {
      return `readonly ${typeOf(items, `${inferred}[number]`)}[]`;
    }
    if (typeof rest === 'object') {
      return `{ readonly [name: string]: ${typeOf(rest, `${inferred}[string]`)} }`;
    }
    if (!$ref) return inferred;
    const name = $ref.replace('#/$defs/', '');
    const target = $defs[name];
    if (typeof target !== 'object') throw new Error(`The schema lacks ${$ref}`);
    if (typeof target.additionalProperties === 'object') return typeOf(target, inferred);
    addInterface(name, target, inferred);
    return name;
  }
}

function docComment({ title, description = `${title}.`, examples = [] }: JsonSchema): string {
  const [example] = Array.isArray(examples) ? examples : [];
  const shown = example === undefined ? '' : ` For example \`${JSON.stringify(example)}\`.`;
  return `  /** ${`${description}${shown}`.replaceAll('*/', '*\\/')} */`;
}
