import type { OpenApiDocument, Schema } from '@telecrm/spec/model';
import definition from '@telecrm/workspace/definition.schema.json' with { type: 'json' };

/**
 * The published description, including the schema of a workspace definition from `@telecrm/workspace`. The validators
 * are compiled without that schema, because the workspace validates definitions itself and suggests fixes.
 */
export function withWorkspaceDefinition(document: OpenApiDocument): OpenApiDocument {
  const { $schema: _, $defs, ...schema } = definition;
  const schemas = { ...document.components?.schemas };
  for (const name of Object.keys($defs)) {
    if (name in schemas) throw new Error(`There are two schemas of the name ${name}`);
  }
  const { Variants: variants, ...others } = $defs;
  const own: Record<string, Schema> = {
    ...others,
    WorkspaceVariants: variants,
    WorkspaceDefinition: schema,
  };
  const moved = JSON.stringify(own)
    .replaceAll('"#/$defs/', '"#/components/schemas/')
    .replaceAll('"#/components/schemas/Variants"', '"#/components/schemas/WorkspaceVariants"');
  return {
    ...document,
    components: { ...document.components, schemas: { ...schemas, ...JSON.parse(moved) } },
  };
}
