import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { prepare, type TypedApi } from './prepare.ts';

/** A type of ours, with the module that it is in. */
interface OwnType {
  readonly names: readonly string[];
  readonly module: string;
}

/** The types of the string formats of the spec whose values TypeScript can check. */
const formatTypes = new Map<string, OwnType>([
  ['action-code', { names: ['ActionCode'], module: 'custom-action-type' }],
  // Of a number, it has neither a sign nor an exponent.
  ['numeric-string', { names: ['Amount'], module: 'amount' }],
]);

/** Schemas whose type is more precise than that of their format. */
const schemaTypes = new Map<string, OwnType>([
  // On Sync, where the client writes the code of a custom action itself; see src/values/custom-action.ts.
  [
    'CustomActionNumber',
    { names: ['ActionNumber', 'CustomActionType'], module: 'custom-action-type' },
  ],
]);

/** The TypeScript source for everything one API sends and receives. */
export async function wireTypes(api: TypedApi): Promise<string> {
  const used = new Map<string, Set<string>>();
  const nodes = await openapiTS(prepare(api), {
    silent: true,
    // A key that has a default may still be left out of a request.
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    transform: ({ type, format }, { path }) => {
      if (type !== 'string' || !format) return undefined;
      const schema = path?.replace('#/components/schemas/', '') ?? '';
      const own = schemaTypes.get(schema) ?? formatTypes.get(format);
      if (!own) return undefined;
      used.set(own.module, new Set([...(used.get(own.module) ?? []), ...own.names]));
      const references = own.names.map((name) => ts.factory.createTypeReferenceNode(name));
      // In a list, a union has parentheses around it.
      return references.length === 1 ? references[0] : ts.factory.createUnionTypeNode(references);
    },
  });
  const imports = [...used].map(
    ([module, names]) =>
      `import type { ${[...names].sort().join(', ')} } from '../values/${module}.ts';\n`,
  );
  return `// Generated from @telecrm/spec; do not edit.\n${imports.join('')}${plainDescriptions(astToString(nodes))}`;
}

/** Editors show a `@description` as one tag among others, below the type; as plain text it leads. */
function plainDescriptions(source: string): string {
  return source
    .replace(/(\/\*\*(?:\n *\*)?) @description /g, '$1 ')
    .replace(/^( *\*) @description /gm, '$1\n$1 ')
    .replace(/^( *\*) {5}/gm, '$1 ');
}
