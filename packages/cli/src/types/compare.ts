/** A part of a generated file that differs. */
export interface TypesDifference {
  /** The type, and the property if it is one: `LeadFields.city`. */
  readonly name: string;
  readonly kind: 'missing' | 'outdated' | 'unknown';
}

/**
 * Compares a file of types with the one that would be written.
 *
 * @returns An empty list if they are equal except for line breaks.
 */
export function compareTypes(found: string, expected: string): TypesDifference[] {
  if (toUnixLines(found) === expected) return [];
  const before = partsOf(toUnixLines(found));
  const after = partsOf(expected);
  const differences: TypesDifference[] = [];
  for (const [name, text] of after) {
    const old = before.get(name);
    if (old === undefined) differences.push({ name, kind: 'missing' });
    else if (old !== text) differences.push({ name, kind: 'outdated' });
  }
  for (const name of before.keys()) {
    if (!after.has(name)) differences.push({ name, kind: 'unknown' });
  }
  return differences;
}

function toUnixLines(text: string): string {
  return text.replace(/\r\n/g, '\n');
}

/** The text of each declaration and of each property, by its name. */
function partsOf(text: string): Map<string, string> {
  const parts = new Map<string, string>([['the head of the file', '']]);
  let declaration = '';
  let part = 'the head of the file';
  let comment = '';
  for (const line of text.split('\n')) {
    // A comment belongs to the line after it.
    if (line.trimStart().startsWith('/**')) {
      comment += line;
      continue;
    }
    const [, declared] = /^export (?:interface|type) (\w+)/.exec(line) ?? [];
    const [, quoted, plain] = /^ {2,4}(?:'((?:[^'\\]|\\.)*)'|([\w$]+))\??:/.exec(line) ?? [];
    const property = quoted ?? plain;
    if (declared !== undefined) part = declaration = declared;
    else if (property !== undefined) part = `${declaration}.${property}`;
    parts.set(part, `${parts.get(part) ?? ''}${comment}${line}\n`);
    comment = '';
  }
  return parts;
}
