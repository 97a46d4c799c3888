import { expect, it } from 'vitest';
import { reference } from '../testing/reference.ts';

it('REFERENCE.md matches the help of the commands', async () => {
  // `vitest --update` rewrites it.
  await expect(reference()).toMatchFileSnapshot('../../REFERENCE.md');
});
