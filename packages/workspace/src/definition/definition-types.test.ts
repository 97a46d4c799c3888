import type * as v from 'valibot';
import { expect, expectTypeOf, it } from 'vitest';
import { definitionJsonSchema } from '../../scripts/definition-schema.ts';
import { definitionTypes } from '../../scripts/definition-types.ts';
import type { WorkspaceDefinition } from './index.ts';
import type { definitionSchema } from './schema/definition.ts';

type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;

it('has the types that the schema infers', () => {
  type Inferred = DeepReadonly<v.InferInput<typeof definitionSchema>>;
  expectTypeOf<DeepReadonly<WorkspaceDefinition>>().toEqualTypeOf<Inferred>();
});

it('describes every key as the schema does', () => {
  const { $defs = {}, ...root } = definitionJsonSchema();
  const properties = [root, ...Object.values($defs)].flatMap((schema) =>
    typeof schema === 'object' ? Object.entries(schema.properties ?? {}) : [],
  );
  expect(properties.length).toBeGreaterThan(45);
  const types = definitionTypes();
  for (const [key, property] of properties) {
    const { title, description = title } = typeof property === 'object' ? property : {};
    const lines = types.split('\n');
    const described = lines.some(
      (line, at) =>
        line.startsWith(`  /** ${description}`) && lines[at + 1]?.startsWith(`  readonly ${key}`),
    );
    expect(described, key).toBe(true);
  }
});
