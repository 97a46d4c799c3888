import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** The folder of the spec itself. */
const spec = fileURLToPath(new URL('.', import.meta.resolve('@telecrm/spec/package.json')));

/** A copy of the spec that a test may break, with all around it that its build needs. */
export async function copySpec(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'telecrm-spec-copy-'));
  onTestFinished(() => rm(root, { recursive: true }));
  const copy = join(root, 'spec');
  const skip = /(node_modules|reports)(\/|$)/;
  await cp(spec, copy, { recursive: true, filter: (path) => !skip.test(path.slice(spec.length)) });
  for (const name of ['redocly.yaml', 'node_modules', 'tsconfig.base.json']) {
    await symlink(join(spec, '..', name), join(root, name));
  }
  await symlink(join(spec, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}
