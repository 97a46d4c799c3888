import { dirname, relative, sep } from 'node:path';
import ts from 'typescript-5';

/** One way to import a package: `@telecrm/client/testing`, and the declarations behind it. */
export interface EntryPoint {
  name: string;
  /** The file of declarations. */
  types: string;
}

const printer = ts.createPrinter({ removeComments: true });

/**
 * What an entry point exports, as text: every exported declaration, and those of the same package that they refer to. What
 * is generated from the spec is listed by its names only: the spec is compared on its own.
 *
 * @param folder The folder of the package's declarations.
 */
export function apiReport({ name, types }: EntryPoint, folder = dirname(types)): string {
  const program = ts.createProgram([types], {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ESNext,
    types: [],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(types);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${name}: ${types} is no module`);

  const isOwn = (node: ts.Node) =>
    !relative(folder, node.getSourceFile().fileName).startsWith('..');
  const seen = new Set<ts.Symbol>();
  const internal: ts.Symbol[] = [];
  const print = (symbol: ts.Symbol): string => {
    const texts = (symbol.declarations ?? []).map((node) => {
      if (!isOwn(node) || isGenerated(node)) return outline(symbol, node);
      collect(node);
      const whole = ts.isVariableDeclaration(node) ? node.parent.parent : node;
      return printer.printNode(ts.EmitHint.Unspecified, whole, node.getSourceFile());
    });
    return texts.map((text) => text.replace(/^(export )?(declare )?/, '')).join('\n');
  };
  const collect = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const symbol = target(checker.getSymbolAtLocation(node), checker);
      const declaration = symbol?.declarations?.[0];
      if (
        symbol &&
        declaration &&
        !seen.has(symbol) &&
        isTopLevel(declaration) &&
        isOwn(declaration)
      ) {
        seen.add(symbol);
        internal.push(symbol);
      }
    }
    ts.forEachChild(node, collect);
  };

  const exported = checker.getExportsOfModule(module).toSorted(byName);
  for (const symbol of exported) seen.add(target(symbol, checker) ?? symbol);
  const lines = exported.map((symbol) => {
    const declared = target(symbol, checker) ?? symbol;
    const renamed = declared.name === symbol.name ? '' : `/* as ${symbol.name} */ `;
    return `export ${renamed}${print(declared)}`;
  });
  const others: string[] = [];
  for (let symbol = internal.shift(); symbol; symbol = internal.shift()) others.push(print(symbol));
  return [`// ${name}`, ...lines, ...others.sort()].join('\n\n');
}

function target(symbol: ts.Symbol | undefined, checker: ts.TypeChecker): ts.Symbol | undefined {
  return symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function isTopLevel(node: ts.Node): boolean {
  const statement = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  // A whole file, imported as a namespace, has no parent.
  return !ts.isSourceFile(statement) && ts.isSourceFile(statement.parent);
}

/** The name of a declaration and those of its members. */
function outline({ name }: ts.Symbol, node: ts.Node): string {
  const members = ts.isInterfaceDeclaration(node) ? node.members : [];
  const names = members.map((member) => `    ${member.name?.getText() ?? 'call'}: …;`).sort();
  return [`interface ${name} {`, ...names, '}'].join('\n');
}

function isGenerated(node: ts.Node): boolean {
  return node.getSourceFile().fileName.split(sep).includes('generated');
}

function byName(a: ts.Symbol, b: ts.Symbol): number {
  return a.name < b.name ? -1 : 1;
}
