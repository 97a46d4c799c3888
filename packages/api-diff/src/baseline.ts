import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Change } from './change.ts';
import { apisIn, compare } from './compare.ts';
import { bundle } from './redocly.ts';

/** The folder with the last accepted bundles of the APIs; the spec is compared with them until its first release. */
export const baseline = 'packages/api-diff/baseline';

/** The changes of the APIs of a repository since its baseline. */
export function changesSinceBaseline(repository: string): Promise<Change[]> {
  return inTemporaryFolder(async (folder) => {
    const [changes = []] = await compare([join(repository, baseline), repository], folder);
    // Redocly moves the contents of files into components, and to other places when it bundles a bundle again.
    return changes.filter(({ what }) => !what.startsWith('removed components'));
  });
}

/** Accepts the current APIs of a repository as its baseline. */
export function acceptBaseline(repository: string): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    const spec = join(repository, 'spec');
    const apis = apisIn(repository);
    await bundle(
      Object.fromEntries(apis.map((api) => [`${api}.yaml`, join(spec, api, 'openapi.yaml')])),
      folder,
    );
    await rm(join(repository, baseline), { recursive: true, force: true });
    for (const api of apis) {
      const file = join(repository, baseline, 'spec', api, 'openapi.yaml');
      await mkdir(dirname(file), { recursive: true });
      await cp(join(folder, `${api}.yaml`), file);
    }
  });
}

async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-api-diff-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
