import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { prepare, type TypedApi } from './prepare.ts';

/** String formats of the spec whose values TypeScript can check, with the text before the number. */
const numberFormats = new Map([
  ['action-code', 'ACTION_'],
  ['numeric-string', ''],
]);

/** Schemas that have a type of ours, with the module that it is in. */
const ownTypes = new Map([
  // On Sync, where the client writes the code of a custom action itself; see src/values/custom-action.ts.
  ['CustomActionNumber', { name: 'CustomActionType', module: 'custom-action-type', alone: false }],
  // Of a number, it has neither a sign nor an exponent.
  ['PaymentAmount', { name: 'Amount', module: 'amount', alone: true }],
]);

/** The TypeScript source for everything one API sends and receives. */
export async function wireTypes(api: TypedApi): Promise<string> {
  const imports = [...ownTypes]
    .filter(([schema]) => schema in api.schemas)
    .map(([, { name, module }]) => `import type { ${name} } from '../values/${module}.ts';\n`);
  const nodes = await openapiTS(prepare(api), {
    silent: true,
    // A key that has a default may still be left out of a request.
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    ...(imports.length > 0 && { inject: imports.join('') }),
    transform: ({ type, format }, { path }) => {
      const prefix = type === 'string' && format ? numberFormats.get(format) : undefined;
      if (prefix === undefined) return undefined;
      const own = ownTypes.get(path?.replace('#/components/schemas/', '') ?? '');
      if (!own) return numberAfter(prefix);
      const reference = ts.factory.createTypeReferenceNode(own.name);
      return own.alone
        ? reference
        : ts.factory.createUnionTypeNode([numberAfter(prefix), reference]);
    },
  });
  return `// Generated from @telecrm/spec; do not edit.\n${plainDescriptions(astToString(nodes))}`;
}

/** `${number}` behind a fixed text. */
function numberAfter(prefix: string): ts.TypeNode {
  const number = ts.factory.createKeywordTypeNode(ts.SyntaxKind.NumberKeyword);
  return ts.factory.createTemplateLiteralType(ts.factory.createTemplateHead(prefix), [
    ts.factory.createTemplateLiteralTypeSpan(number, ts.factory.createTemplateTail('')),
  ]);
}

/** Editors show a `@description` as one tag among others, below the type; as plain text it leads. */
function plainDescriptions(source: string): string {
  return source
    .replace(/(\/\*\*(?:\n *\*)?) @description /g, '$1 ')
    .replace(/^( *\*) @description /gm, '$1\n$1 ')
    .replace(/^( *\*) {5}/gm, '$1 ');
}
