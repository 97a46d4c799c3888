import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { prepare, type TypedApi } from './prepare.ts';

/** Types of the client, and the module that exports them. */
interface ClientType {
  readonly names: readonly string[];
  readonly module: string;
}

/** The types of the string formats of the spec whose values TypeScript can check. */
const formatTypes = new Map<string, ClientType>([
  ['action-code', { names: ['ActionCode'], module: 'custom-action-type' }],
  // Values of this format have neither a sign nor an exponent.
  ['numeric-string', { names: ['Amount'], module: 'amount' }],
]);

/** Schemas whose type is more precise than that of their format. */
const schemaTypes = new Map<string, ClientType>([
  // On Sync, the client converts the code of a custom action; see src/values/custom-action.ts.
  [
    'CustomActionNumber',
    { names: ['ActionNumber', 'CustomActionType'], module: 'custom-action-type' },
  ],
]);

/** The TypeScript source of the request and response types of one API. */
export async function wireTypes(api: TypedApi): Promise<string> {
  const used = new Map<string, Set<string>>();
  const nodes = await openapiTS(prepare(api), {
    silent: true,
    // A property with a default is optional in a request.
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    transform: ({ type, format }, { path }) => {
      if (type !== 'string' || !format) return undefined;
      const schema = path?.replace('#/components/schemas/', '') ?? '';
      const own = schemaTypes.get(schema) ?? formatTypes.get(format);
      if (!own) return undefined;
      used.set(own.module, new Set([...(used.get(own.module) ?? []), ...own.names]));
      const references = own.names.map((name) => ts.factory.createTypeReferenceNode(name));
      // openapi-typescript adds parentheses around a union in an array type.
      return references.length === 1 ? references[0] : ts.factory.createUnionTypeNode(references);
    },
  });
  const imports = [...used].map(
    ([module, names]) =>
      `import type { ${[...names].sort().join(', ')} } from '../values/${module}.ts';\n`,
  );
  return `// Generated from @telecrm/spec; do not edit.\n${imports.join('')}${plainDescriptions(astToString(nodes))}`;
}

/** Replaces `@description` tags by plain text, which editors show first instead of below the type. */
function plainDescriptions(source: string): string {
  return source
    .replace(/(\/\*\*(?:\n *\*)?) @description /g, '$1 ')
    .replace(/^( *\*) @description /gm, '$1\n$1 ')
    .replace(/^( *\*) {5}/gm, '$1 ');
}
