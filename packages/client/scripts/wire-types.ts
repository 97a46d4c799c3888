import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import ts from 'typescript';
import { prepare } from './prepare.ts';

/** String formats of the spec whose values TypeScript can check, with the text before the number. */
const numberFormats = new Map([
  ['action-code', 'ACTION_'],
  ['numeric-string', ''],
]);

/** The TypeScript source for everything one API sends and receives. */
export async function wireTypes(document: OpenAPI3): Promise<string> {
  const nodes = await openapiTS(prepare(document), {
    silent: true,
    // A key that has a default may still be left out of a request.
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    transform: ({ type, format }) => {
      const prefix = type === 'string' && format ? numberFormats.get(format) : undefined;
      return prefix === undefined ? undefined : numberAfter(prefix);
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
