import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** A package in its published form. */
export interface Packed {
  name: string;
  version: string;
  tarball: string;
}

const run = promisify(execFile);
const packages = ['spec/package.json', 'packages/*/package.json', 'apps/*/package.json'];

/** Packs every built package of the repository that is not private. */
export async function packPublic(root: string): Promise<Packed[]> {
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-packed-'));
  const manifests = globSync(packages, { cwd: root }).sort();
  const packed = await Promise.all(
    manifests.map(async (manifest): Promise<Packed[]> => {
      const { name, version, ...rest } = JSON.parse(await readFile(join(root, manifest), 'utf8'));
      if (rest.private) return [];
      const tarball = join(folder, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
      await run('pnpm', ['pack', '--out', tarball], { cwd: join(root, dirname(manifest)) });
      return [{ name, version, tarball }];
    }),
  );
  return packed.flat();
}
