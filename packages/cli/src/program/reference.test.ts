import { expect, it } from 'vitest';
import { reference } from '../testing/reference.ts';

it('REFERENCE.md is what the commands say of themselves', async () => {
  // `vitest --update` writes it anew.
  await expect(reference()).toMatchFileSnapshot('../../REFERENCE.md');
});
