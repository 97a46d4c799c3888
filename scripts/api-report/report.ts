import { createHash } from 'node:crypto';
import { relative, sep } from 'node:path';
import ts from 'typescript-5';
import { type EntryPoint, programOf } from './program.ts';

/** A longer declaration has an inferred type, which is replaced by a hash. */
const maxLines = 100;

const printer = ts.createPrinter({ removeComments: true });

/**
 * The exports of a package as text: the exported declarations of each entry point, followed by declarations of the same
 * package that they refer to. Code generated from the spec is listed by name only, because the spec is compared
 * separately.
 *
 * @param folder The folder of the package's declarations.
 */
export function apiReport(entries: readonly EntryPoint[], folder: string): string {
  const program = programOf(entries);
  const checker = program.getTypeChecker();
  const printed = new Set<ts.Symbol>();
  const parts = entries.map(({ name, types }) => {
    const source = program.getSourceFile(types);
    const module = source && checker.getSymbolAtLocation(source);
    if (!module) throw new Error(`${name}: ${types} is not a module`);
    const lines = checker
      .getExportsOfModule(module)
      .toSorted(byName)
      .map((symbol) => {
        const declared = unalias(symbol, checker);
        const alias = declared.name === symbol.name ? '' : ` as ${symbol.name}`;
        if (printed.has(declared)) return `export { ${declared.name}${alias} }; // as above`;
        printed.add(declared);
        return `export ${alias && `/*${alias} */ `}${print(declared, folder)}`;
      });
    return [`// ${name}`, ...lines];
  });
  const internal: string[] = [];
  const queue = [...printed];
  for (let symbol = queue.shift(); symbol; symbol = queue.shift()) {
    for (const reference of references(symbol, folder, checker)) {
      if (printed.has(reference)) continue;
      printed.add(reference);
      queue.push(reference);
      internal.push(print(reference, folder));
    }
  }
  return [...parts.flat(), '// Not exported', ...internal.sort()].join('\n\n');
}

/** The declarations of a symbol as written, without comments. */
function print(symbol: ts.Symbol, folder: string): string {
  const texts = declarationsOf(symbol).map((node) => {
    if (!isIn(folder, node) || isGenerated(node)) return outline(symbol, node);
    const whole = ts.isVariableDeclaration(node) ? node.parent.parent : node;
    const text = printer.printNode(ts.EmitHint.Unspecified, whole, node.getSourceFile());
    if (text.split('\n').length <= maxLines) return text;
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
    return `${text.split('\n', 1)[0]} … /* ${hash} */`;
  });
  return texts.map((text) => text.replace(/^(export )?(declare )?/, '')).join('\n');
}

/** The symbols of the same package to which the declarations of a symbol refer. */
function references(symbol: ts.Symbol, folder: string, checker: ts.TypeChecker): Set<ts.Symbol> {
  const found = new Set<ts.Symbol>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const symbol = checker.getSymbolAtLocation(node);
      const referred = symbol && unalias(symbol, checker);
      const [declaration] = declarationsOf(referred);
      if (referred && declaration && isTopLevel(declaration) && isIn(folder, declaration)) {
        found.add(referred);
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const node of declarationsOf(symbol)) {
    if (isIn(folder, node) && !isGenerated(node)) visit(node);
  }
  return found;
}

/** The name of a declaration and those of its members. */
function outline({ name }: ts.Symbol, node: ts.Node): string {
  const members = ts.isInterfaceDeclaration(node) ? node.members : [];
  const names = members.map((member) => `    ${member.name?.getText() ?? 'call'}: …;`).sort();
  return [`interface ${name} {`, ...names, '}'].join('\n');
}

function declarationsOf(symbol: ts.Symbol | undefined): readonly ts.Declaration[] {
  return symbol?.declarations ?? [];
}

function unalias(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function isIn(folder: string, node: ts.Node): boolean {
  return !relative(folder, node.getSourceFile().fileName).startsWith('..');
}

function isTopLevel(node: ts.Node): boolean {
  const statement = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  // A whole module, imported as a namespace, has no parent.
  return !ts.isSourceFile(statement) && ts.isSourceFile(statement.parent);
}

function isGenerated(node: ts.Node): boolean {
  return node.getSourceFile().fileName.split(sep).includes('generated');
}

function byName(a: ts.Symbol, b: ts.Symbol): number {
  return a.name < b.name ? -1 : 1;
}
