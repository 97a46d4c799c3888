import { expect, test } from 'vitest';
import { redocScript } from './script.ts';

test('the shared script asks no foreign host for a picture and needs no eval', async () => {
  const script = await redocScript('../assets/logo.svg');
  expect(script).not.toContain('cdn.redoc.ly');
  expect(script).not.toContain('_factory??=Function');
  expect(script).toContain('../assets/logo.svg');
});

test('the shared script shows the sample of the example that is chosen', async () => {
  const script = await redocScript('../assets/logo.svg');
  expect(script).toContain('e.example===ne));return e?e.source');
  expect(script).toMatch(/source:\w+,example:x\}\)\)/);
});
