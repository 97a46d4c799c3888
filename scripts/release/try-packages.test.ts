import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packPublic } from './pack.ts';
import { installPackages, type Project, usePackages } from './try-packages.ts';

const root = join(import.meta.dirname, '../..');
let project: Project;

beforeAll(async () => {
  const packed = await packPublic(root);
  project = await installPackages(packed);
  await Promise.all(packed.map(({ tarball }) => rm(tarball)));
}, 180_000);

afterAll(() => project?.[Symbol.asyncDispose]());

describe('the packages in their published form', { timeout: 60_000 }, () => {
  it('can be installed and used in an empty project', async () => {
    expect(await usePackages(project)).toMatch(/^packed packages work: spec [0-9a-f]{12}/);
  });

  it('have few dependencies, and run no install scripts', async () => {
    const lock = await readFile(join(project.folder, 'node_modules/.package-lock.json'), 'utf8');
    const installed: Record<string, { hasInstallScript?: boolean }> = JSON.parse(lock).packages;
    const others = Object.keys(installed).filter((path) => !path.includes('@telecrm/'));
    expect(others.filter((path) => installed[path]?.hasInstallScript)).toEqual([]);
    expect(others.length).toBeLessThanOrEqual(20);
  });

  it('fail with an error that names a missing part', async () => {
    const bundle = join(project.folder, 'node_modules/@telecrm/spec/dist/sync.json');
    await rename(bundle, `${bundle}.gone`);
    try {
      await expect(usePackages(project)).rejects.toThrow(/do not work: [\s\S]*sync\.json/);
    } finally {
      await rename(`${bundle}.gone`, bundle);
    }
  });
});
