import ts from 'typescript-5';
import { type EntryPoint, programOf } from './program.ts';

/**
 * The exports without a doc comment, and the functions, classes and constants without an example. Types generated from
 * the descriptions are left out, because their comments are the descriptions.
 */
export function missingDocComments(entries: readonly EntryPoint[]): string[] {
  const program = programOf(entries);
  const checker = program.getTypeChecker();
  return entries.flatMap(({ name, types }) => {
    const source = program.getSourceFile(types);
    const module = source && checker.getSymbolAtLocation(source);
    if (!module) throw new Error(`${name}: ${types} is no module`);
    return checker.getExportsOfModule(module).flatMap((symbol) => {
      const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
      const declared = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
      const isValue = (declared.flags & ts.SymbolFlags.Value) !== 0;
      const file = declared.declarations?.[0]?.getSourceFile().fileName ?? '';
      if (!isValue && file.includes('/generated/')) return [];
      if (declared.getDocumentationComment(checker).length === 0) {
        return [`${name}: ${symbol.name} has no doc comment`];
      }
      const hasExample = declared.getJsDocTags(checker).some((tag) => tag.name === 'example');
      return isValue && !hasExample ? [`${name}: ${symbol.name} has no example`] : [];
    });
  });
}
