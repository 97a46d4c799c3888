import { expect, it } from 'vitest';
import { readManifest } from '../readmes/root-manifest.ts';
import { packages, typesOf } from './packages.ts';

it('has the committed checks of the repository', () => {
  expect(readManifest().scripts).toMatchObject({
    test: 'node scripts/test.ts',
    check: 'biome check --error-on-warnings',
    'lint:code': 'pnpm check',
    'lint:unused': 'knip',
    'lint:secrets': 'secretlint --secretlintignore .gitignore --maskSecrets "**/*"',
    'typecheck:scripts': 'tsc -p scripts',
    'check:dependencies': 'node scripts/dependencies.ts',
    'api:diff': 'node scripts/api-diff.ts',
  });
});

it.each(packages)('$name is type-checked and tested', ({ scripts }) => {
  expect(scripts.typecheck).toMatch(/\btsc -p /);
  expect(scripts.test).toMatch(/^vitest run .*--outputFile\.json=reports\/vitest\.json$/);
});

it.each(packages.filter(({ isPublic }) => isPublic))(
  '$name is checked in its published form',
  ({ scripts, exports }) => {
    expect(scripts.lint).toContain('pnpm pack --out reports/package.tgz');
    expect(scripts.lint).toContain('publint --strict reports/package.tgz');
    const hasTypes = Object.values(exports).some((target) => typesOf(target) !== undefined);
    if (hasTypes) expect(scripts.lint).toContain('attw reports/package.tgz');
  },
);
