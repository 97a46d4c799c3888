import { expect, it } from 'vitest';
import { packages } from './packages.ts';

it.each(packages)('$name is type-checked and tested', ({ scripts }) => {
  expect(scripts.typecheck).toMatch(/\btsc -p /);
  expect(scripts.test).toMatch(/^vitest run .*--outputFile\.json=reports\/vitest\.json$/);
});

it.each(packages.filter(({ isPublic }) => isPublic))(
  '$name is checked as it would be published',
  ({ scripts, exports }) => {
    expect(scripts.lint).toContain('pnpm pack --out reports/package.tgz');
    expect(scripts.lint).toContain('publint --strict reports/package.tgz');
    const hasTypes = Object.values(exports).some((target) => typeof target !== 'string');
    if (hasTypes) expect(scripts.lint).toContain('attw reports/package.tgz');
  },
);
