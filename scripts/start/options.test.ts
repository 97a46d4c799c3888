import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('the docs go to 4000 and the mock to 4010 unless told otherwise', () => {
  expect(readOptions([])).toEqual({ docsPort: 4000, mockPort: 4010 });
  expect(readOptions(['--docs-port', '5000', '--mock-port=0'])).toEqual({
    docsPort: 5000,
    mockPort: 0,
  });
});

test.each(['x', '', '-1', '65536', '1e3'])('the port "%s" is refused', (port) => {
  expect(() => readOptions([`--docs-port=${port}`])).toThrow(`not "${port}"`);
});

test('an option that does not exist is refused by name', () => {
  expect(() => readOptions(['--prot', '1'])).toThrow("'--prot'");
});
