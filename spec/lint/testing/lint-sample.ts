import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument, stringify } from 'yaml';
import { type Finding, lint } from '../redocly/run-redocly.ts';

const sample = fileURLToPath(new URL('./sample/', import.meta.url));

/**
 * Changes to the sample API. `file#/pointer` sets a value, and `undefined` removes it; a file name without a pointer
 * writes a new file.
 */
export type Edits = Readonly<Record<string, unknown>>;

/**
 * Lints one edited copy of the sample per case with Redocly and our redocly.yaml, all in one run, and returns the
 * findings of each. The unedited sample has none.
 */
export async function lintSample<Case extends string>(
  cases: Readonly<Record<Case, Edits>>,
): Promise<Record<Case, Omit<Finding, 'line'>[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-lint-'));
  try {
    // Object.keys loses the literal type of the keys.
    const names = Object.keys(cases) as Case[];
    await Promise.all(
      names.map((name, index) => copySample(join(folder, `${index}`), cases[name])),
    );
    const documents = names.map((_, index) => `${index}/sync/openapi.yaml`);
    const found = await lint(documents, folder);
    const results = names.map((name, index) => [name, (found[index] ?? []).map(withoutCase)]);
    // `fromEntries` does, too.
    return Object.fromEntries(results) as Record<Case, Omit<Finding, 'line'>[]>;
  } finally {
    await rm(folder, { recursive: true });
  }
}

function withoutCase({ rule, file, pointer, message }: Finding) {
  return { rule, file: file.replace(/^\d+\//, ''), pointer, message };
}

/** Writes an edited copy of the sample to a folder. */
export async function copySample(folder: string, edits: Edits) {
  await cp(sample, folder, { recursive: true });
  for (const [target, value] of Object.entries(edits)) {
    const [name = '', pointer] = target.split('#');
    const file = join(folder, name);
    if (pointer === undefined) {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, stringify(value));
      continue;
    }
    const document = parseDocument(await readFile(file, 'utf8'));
    const keys = pointer.slice(1).split('/').map(keyOf);
    if (value === undefined) document.deleteIn(keys);
    else document.setIn(keys, document.createNode(value));
    await writeFile(file, document.toString());
  }
}

/** Three digits are a status, fewer an index. */
function keyOf(key: string): string | number {
  return /^\d+$/.test(key) && key.length < 3
    ? Number(key)
    : key.replaceAll('~1', '/').replaceAll('~0', '~');
}
