import { type Node, parseTree } from 'jsonc-parser';

/** A place in a text, counted from one. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where an offset of a text is. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}

/**
 * Where a value of a JSON text is.
 *
 * @param path Its place as problems name it: `customFields[0].type`. A place that is not there, such as a missing key,
 * gives the object around it.
 */
export function positionOf(text: string, path: string): Position {
  let node = parseTree(text);
  let rest = path;
  while (node && rest !== '') {
    const step = stepInto(node, rest);
    if (step === undefined) break;
    [node, rest] = step;
  }
  return positionAt(text, node?.offset ?? 0);
}

/** The child that a path begins with, and what is left of the path. Keys may contain dots, so the longest key wins. */
function stepInto(node: Node, path: string): [Node, string] | undefined {
  const [index] = /^\[\d+\]/.exec(path) ?? [];
  if (node.type === 'array' && index) {
    const item = node.children?.[Number(index.slice(1, -1))];
    return item && [item, path.slice(index.length).replace(/^\./, '')];
  }
  if (node.type !== 'object') return undefined;
  let longest: { key: string; value: Node } | undefined;
  for (const { children: [key, value] = [] } of node.children ?? []) {
    const name = String(key?.value);
    if (value === undefined || !startsWithKey(path, name)) continue;
    if (longest === undefined || name.length > longest.key.length) longest = { key: name, value };
  }
  return longest && [longest.value, path.slice(longest.key.length).replace(/^\./, '')];
}

function startsWithKey(path: string, key: string): boolean {
  return path.startsWith(key) && ['', '.', '['].includes(path.charAt(key.length));
}
