import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Packed, packPublic } from './pack.ts';
import { tryPackages } from './try-packages.ts';

const root = join(import.meta.dirname, '../..');
let packed: Packed[];

beforeAll(async () => {
  packed = await packPublic(root);
}, 60_000);

afterAll(async () => {
  await Promise.all(packed.map(({ tarball }) => rm(tarball)));
});

describe('the packages, as they would be published', { timeout: 180_000 }, () => {
  it('are installed and used by a project that has nothing else', async () => {
    expect(await tryPackages(packed)).toMatch(/^packed packages work: spec [0-9a-f]{12}/);
  });

  it('name what is missing when one does not work', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'telecrm-broken-'));
    const [spec] = packed.filter(({ name }) => name === '@telecrm/spec');
    if (spec === undefined) throw new Error('@telecrm/spec was not packed');
    await promisify(execFile)('tar', ['-xf', spec.tarball, '-C', folder]);
    await rm(join(folder, 'package/dist/sync.json'));
    const tarball = join(folder, 'broken.tgz');
    await promisify(execFile)('tar', ['-czf', tarball, '-C', folder, 'package']);
    const broken = packed.map((it) => (it.name === spec.name ? { ...it, tarball } : it));
    await expect(tryPackages(broken)).rejects.toThrow(/do not work: [\s\S]*sync\.json/);
    await rm(folder, { recursive: true });
  });
});
