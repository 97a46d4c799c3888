import { type Node, parseTree } from 'jsonc-parser';

/** A position in a text, counted from one. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds the position of a value by its path, as problems name it: `customFields[0].type`. */
export type FindPosition = (path: string) => Position;

/** Converts offsets of a text to positions. The text is scanned only once. */
export function createLineIndex(text: string): (offset: number) => Position {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/**
 * The positions of the values of a JSON text. A missing value, such as a missing key, has the position of its object.
 */
export function createPositions(text: string): FindPosition {
  const tree = parseTree(text);
  const positionAt = createLineIndex(text);
  return (path) => {
    let node = tree;
    let rest = path;
    while (node && rest !== '') {
      const step = stepInto(node, rest);
      if (step === undefined) break;
      [node, rest] = step;
    }
    return positionAt(node?.offset ?? 0);
  };
}

/** The child at the beginning of a path, and the rest of the path. Keys may contain dots, so the longest match wins. */
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
