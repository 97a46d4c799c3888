import { resolve } from 'node:path';
import type { Target } from '@telecrm/workspace/rows';
import { replaceFile } from '../../files/output-file.ts';
import { isObject } from '../../json/json.ts';
import { misuse } from '../../program/exit-codes.ts';
import { readTextIfExists } from '../../workspace-file/read.ts';
import { type Mapping, targetOf } from './mapping.ts';

/** Reads an existing mapping file. */
export async function readMappingFile(
  cwd: string,
  name: string,
  targets: ReadonlyMap<string, Target>,
): Promise<Map<string, Target | null>> {
  const text = await readTextIfExists(resolve(cwd, name), name);
  const mapping = new Map<string, Target | null>();
  if (text === undefined) return mapping;
  for (const [column, field] of Object.entries(columnsOf(text, name))) {
    if (field !== null && typeof field !== 'string') {
      throw misuse(`${name}: “${column}” is neither the name of a field nor null`);
    }
    mapping.set(column, targetOf(field ?? '', targets, name));
  }
  return mapping;
}

/** Writes a mapping, which avoids asking again for a file with the same columns. */
export async function writeMappingFile(cwd: string, name: string, mapping: Mapping): Promise<void> {
  const columns = Object.fromEntries(
    [...mapping].map(([column, target]) => [column, target?.name ?? null]),
  );
  const text = `${JSON.stringify({ columns }, null, 2)}\n`;
  await replaceFile(resolve(cwd, name), name, [text]);
}

function columnsOf(text: string, name: string): Readonly<Record<string, unknown>> {
  try {
    const content: unknown = JSON.parse(text);
    if (isObject(content) && isObject(content.columns)) return content.columns;
  } catch {
    // Reported below.
  }
  throw misuse(`${name} is not a mapping`, 'The format is { "columns": { "Mobile": "phone" } }.');
}
