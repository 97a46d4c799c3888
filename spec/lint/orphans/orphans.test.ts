import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { copySample } from '../testing/lint-sample.ts';
import { findOrphans } from './orphans.ts';

const folder = await mkdtemp(join(tmpdir(), 'telecrm-orphans-'));
afterAll(() => rm(folder, { recursive: true }));

const asyncRoot = {
  'async/openapi.yaml': { paths: { '/a': { $ref: 'paths/a.yaml' } } },
  'async/paths/a.yaml': {
    get: { parameters: [{ $ref: '../../components/parameters/own.yaml#/0' }] },
  },
  'components/parameters/own.yaml': [{ name: 'own' }],
};

it('every file of the sample is used by one of the APIs', async () => {
  await copySample(join(folder, 'complete'), asyncRoot);
  expect(await findOrphans(join(folder, 'complete'))).toEqual([]);
});

it('reports unreferenced files, and files that only they refer to', async () => {
  await copySample(join(folder, 'orphaned'), {
    ...asyncRoot,
    'components/schemas/Left.yaml': { $ref: './Behind.yaml' },
    'components/schemas/Behind.yaml': {},
    'sync/paths/leads/lead_search copy.yml': {},
  });
  expect(await findOrphans(join(folder, 'orphaned'))).toEqual([
    'components/schemas/Behind.yaml',
    'components/schemas/Left.yaml',
    'sync/paths/leads/lead_search copy.yml',
  ]);
});

it('terminates on circular references', async () => {
  await copySample(join(folder, 'circle'), {
    ...asyncRoot,
    'components/schemas/Lead.yaml#/properties/page': { $ref: './LeadPage.yaml' },
  });
  expect(await findOrphans(join(folder, 'circle'))).toEqual([]);
});

it('names a missing file that is referenced', async () => {
  await copySample(join(folder, 'broken'), {
    ...asyncRoot,
    'async/paths/a.yaml': { $ref: './b.yaml' },
  });
  await expect(findOrphans(join(folder, 'broken'))).rejects.toThrow(/async\/paths\/b\.yaml/);
});
