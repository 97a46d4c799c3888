import { expect, test } from 'vitest';
import { redocScript } from './script.ts';

test('the shared script asks no foreign host for a picture and needs no eval', async () => {
  const script = await redocScript('../assets/logo.svg');
  expect(script).not.toContain('cdn.redoc.ly');
  expect(script).not.toContain('_factory??=Function');
  expect(script).toContain('../assets/logo.svg');
});
