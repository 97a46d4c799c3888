import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import { definitionSchema } from '../src/definition/schema/definition.ts';
import { fieldType } from '../src/definition/schema/fields.ts';
import { fieldTypeNames } from '../src/fields/index.ts';

/**
 * The JSON Schema (2020-12) of a workspace definition, for editors and validators. It accepts every valid definition; what
 * only a program can check, such as whether a time zone exists, is left to `resolveDefinition`.
 */
export function definitionJsonSchema(): JsonSchema {
  const converted = toJsonSchema(definitionSchema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    // Checks that JSON Schema cannot express are left out.
    errorMode: 'ignore',
    overrideSchema: ({ valibotSchema }) =>
      valibotSchema.type === fieldType.type ? fieldTypeSchema() : undefined,
  });
  return nameDefinitions(converted);
}

/** Editors suggest the names of the `enum`; the pattern accepts them in any letter case. */
function fieldTypeSchema(): JsonSchema {
  const anyCase = fieldTypeNames.map((name) =>
    name.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`),
  );
  return {
    type: 'string',
    anyOf: [
      { enum: [...fieldTypeNames, ...fieldTypeNames.map((name) => name.toUpperCase())] },
      { pattern: `^(?:${anyCase.join('|')})$` },
    ],
  };
}

/** Names the definitions by their titles instead of by numbers, and inlines the root definition. */
function nameDefinitions({ $ref, $defs = {}, ...root }: JsonSchema): JsonSchema {
  const names = new Map(
    Object.entries($defs).map(([key, schema]) => [`#/$defs/${key}`, definitionName(schema)]),
  );
  const rename = (key: string, value: unknown) =>
    key === '$ref' ? `#/$defs/${names.get(String(value))}` : value;
  const named = Object.fromEntries(
    Object.entries($defs).map(([key, schema]) => [names.get(`#/$defs/${key}`) ?? key, schema]),
  );
  const { [names.get($ref ?? '') ?? '']: own, ...others } = named;
  return JSON.parse(JSON.stringify({ ...root, ...asObject(own), $defs: others }, rename));
}

function definitionName(schema: unknown): string {
  const { title = '' } = asObject(schema);
  return title.replace(/(?:^|\s)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function asObject(schema: unknown): JsonSchema {
  return typeof schema === 'object' && schema !== null ? schema : {};
}
