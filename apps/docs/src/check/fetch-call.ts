import { type Expression, type Node, type Program, parse, parseExpressionAt } from 'acorn';
import { isObject } from './json.ts';
import { type ParsedRequest, UnreadableInput } from './request.ts';

const options = {
  ecmaVersion: 'latest',
  sourceType: 'module',
  allowAwaitOutsideFunction: true,
  allowReturnOutsideFunction: true,
} as const;

/** A placeholder for a value that only the running program computes. */
const variable = '\u0000variable';

/** Parses a `fetch` call in JavaScript. Nothing is executed: only literals and constants are evaluated. */
export function readFetch(text: string): ParsedRequest {
  const { call, constants } = findCall(text);
  const [url, init] = call.arguments.map((argument) => readValue(argument, constants));
  const body = isObject(init) ? init.body : undefined;
  if (typeof body === 'string' && body !== variable)
    return { url: textOf(url), ...withVariables(body) };
  if (body === undefined) return { url: textOf(url), body: undefined, variables: [] };
  throw new UnreadableInput(
    'The body is a variable that is not defined here: paste its value as JSON, or include its declaration.',
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value.replaceAll(variable, 'x') : undefined;
}

/** The body, with the paths of the values that the program computes. */
function withVariables(body: string): { body: string; variables: string[] } {
  const variables: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value === 'string' && value.includes(variable)) variables.push(path);
    else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, `${path}[${index}]`);
    } else if (isObject(value)) {
      for (const [key, item] of Object.entries(value)) visit(item, path ? `${path}.${key}` : key);
    }
  };
  try {
    visit(JSON.parse(body), '');
  } catch {
    // The caller parses the body again and reports the error.
  }
  return { body, variables };
}

type Call = Extract<Expression, { type: 'CallExpression' }>;
type Constants = ReadonlyMap<string, Node>;

function findCall(text: string): { call: Call; constants: Constants } {
  const constants = new Map<string, Node>();
  let found: Call | undefined;
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const item of node) visit(item);
    if (!isNode(node)) return;
    // Other types of nodes match none of the cases below.
    const it = node as Expression | Program['body'][number];
    if (it.type === 'VariableDeclaration') {
      for (const { id, init } of it.declarations) {
        if (id.type === 'Identifier' && init) constants.set(id.name, init);
      }
    }
    if (it.type === 'CallExpression' && nameOf(it.callee).endsWith('fetch')) found ??= it;
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseProgram(text));
  if (found === undefined) throw new UnreadableInput('No fetch call was found.');
  return { call: found, constants };
}

function parseProgram(text: string): Node {
  try {
    return parse(text, options);
  } catch {
    try {
      // The rest may be TypeScript or an incomplete program.
      return parseExpressionAt(text, text.search(/\bfetch\s*\(/), options);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new UnreadableInput(`This is not JavaScript: ${reason}.`);
    }
  }
}

function nameOf(node: Node): string {
  // Other types of nodes match none of the cases below.
  const it = node as Expression;
  if (it.type === 'Identifier') return it.name;
  return it.type === 'MemberExpression' && it.property.type === 'Identifier'
    ? `${nameOf(it.object)}.${it.property.name}`
    : '';
}

function readValue(node: Node, constants: Constants, depth = 0): unknown {
  // Other types of nodes match none of the cases below.
  const it = node as Expression;
  const of = (inner: Node) => readValue(inner, constants, depth + 1);
  if (depth > 100) return variable;
  switch (it.type) {
    case 'Literal':
      return it.value;
    case 'TemplateLiteral':
      return it.quasis
        .map(({ value }, index) => {
          const inner = it.expressions[index];
          return `${value.cooked}${inner === undefined ? '' : String(of(inner))}`;
        })
        .join('');
    case 'UnaryExpression':
      return it.operator === '-' ? -Number(of(it.argument)) : variable;
    case 'BinaryExpression': {
      const [left, right] = [of(it.left), of(it.right)];
      return it.operator === '+' && typeof left === 'string' ? left + String(right) : variable;
    }
    case 'ArrayExpression':
      return it.elements.map((element) => (element === null ? null : of(element)));
    case 'ObjectExpression':
      return objectOf(it, of);
    case 'Identifier': {
      const known = constants.get(it.name);
      if (it.name === 'undefined') return undefined;
      return known === undefined ? variable : of(known);
    }
    case 'CallExpression': {
      const [argument] = it.arguments;
      const isStringify = nameOf(it.callee) === 'JSON.stringify' && argument !== undefined;
      return isStringify ? stringify(of(argument)) : variable;
    }
    default:
      return variable;
  }
}

function stringify(value: unknown): string {
  return value === variable ? variable : (JSON.stringify(value) ?? variable);
}

function objectOf(
  { properties }: Extract<Expression, { type: 'ObjectExpression' }>,
  of: (node: Node) => unknown,
): Record<string, unknown> {
  const entries = properties.flatMap((property): [string, unknown][] => {
    if (property.type === 'SpreadElement') {
      const spread = of(property.argument);
      return isObject(spread) ? Object.entries(spread) : [];
    }
    const { key, value, computed } = property;
    if (key.type === 'Identifier' && !computed) return [[key.name, of(value)]];
    return [[String(of(key)), of(value)]];
  });
  return Object.fromEntries(entries);
}

function isNode(value: unknown): value is Node {
  return isObject(value) && typeof value.type === 'string';
}
