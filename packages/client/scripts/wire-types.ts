import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { prepare, type TypedApi } from './prepare.ts';

/** String formats of the spec whose values TypeScript can check, with the text before the number. */
const numberFormats = new Map([
  ['action-code', 'ACTION_'],
  ['numeric-string', ''],
]);

/** On Sync, where the client writes the code of a custom action itself; see src/values/custom-action.ts. */
const actionNumber = '#/components/schemas/CustomActionNumber';
const portableType = 'CustomActionType';

/** The TypeScript source for everything one API sends and receives. */
export async function wireTypes(api: TypedApi): Promise<string> {
  const usesActionNumber = 'CustomActionNumber' in api.schemas;
  const nodes = await openapiTS(prepare(api), {
    silent: true,
    // A key that has a default may still be left out of a request.
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    ...(usesActionNumber && {
      inject: `import type { ${portableType} } from '../values/custom-action.ts';\n`,
    }),
    transform: ({ type, format }, { path }) => {
      const prefix = type === 'string' && format ? numberFormats.get(format) : undefined;
      if (prefix === undefined) return undefined;
      return path === actionNumber ? orPortableType(numberAfter(prefix)) : numberAfter(prefix);
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

function orPortableType(type: ts.TypeNode): ts.TypeNode {
  return ts.factory.createUnionTypeNode([type, ts.factory.createTypeReferenceNode(portableType)]);
}

/** Editors show a `@description` as one tag among others, below the type; as plain text it leads. */
function plainDescriptions(source: string): string {
  return source
    .replace(/(\/\*\*(?:\n *\*)?) @description /g, '$1 ')
    .replace(/^( *\*) @description /gm, '$1\n$1 ')
    .replace(/^( *\*) {5}/gm, '$1 ');
}
