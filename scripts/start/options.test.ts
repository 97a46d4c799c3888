import { expect, it } from 'vitest';
import { readOptions } from './options.ts';

it('serves the docs on 4000 and the mock on 4010 by default', () => {
  expect(readOptions([])).toEqual({ docsPort: 4000, mockPort: 4010 });
  expect(readOptions(['--docs-port', '5000', '--mock-port=0'])).toEqual({
    docsPort: 5000,
    mockPort: 0,
  });
});

it.each(['x', '', '-1', '65536', '1e3'])('rejects the port "%s"', (port) => {
  expect(() => readOptions([`--docs-port=${port}`])).toThrow(`not "${port}"`);
});

it('rejects an unknown option by name', () => {
  expect(() => readOptions(['--prot', '1'])).toThrow("'--prot'");
});
