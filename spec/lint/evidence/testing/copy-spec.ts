import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/** The folder of the spec. */
export const spec = fileURLToPath(new URL('../../../', import.meta.url));

/** A copy of some folders of the spec; `await using` deletes it. */
export interface SpecCopy extends AsyncDisposable {
  readonly path: string;
  /** What `check` finds while one piece of text is replaced, which must be there. */
  findIn(
    change: { readonly file: string; readonly from: string | RegExp; readonly to: string },
    check: (path: string) => string[] | Promise<string[]>,
  ): Promise<string[]>;
}

export async function copySpec(folders: readonly string[]): Promise<SpecCopy> {
  const copy = await mkdtemp(join(tmpdir(), 'telecrm-spec-'));
  for (const folder of folders) {
    await cp(join(spec, folder), join(copy, folder), { recursive: true });
  }
  return {
    path: copy,
    async findIn({ file, from, to }, check) {
      const path = join(copy, file);
      const text = await readFile(path, 'utf8');
      expect(text).toMatch(from);
      try {
        await writeFile(path, text.replace(from, to));
        return await check(copy);
      } finally {
        await writeFile(path, text);
      }
    },
    [Symbol.asyncDispose]: () => rm(copy, { recursive: true }),
  };
}
