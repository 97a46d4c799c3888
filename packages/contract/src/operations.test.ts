import { expect, it } from 'vitest';
import { operationById } from './operations.ts';

it('throws if a test names an operation that the spec does not have', () => {
  expect(() => operationById('deleteLead')).toThrow('the spec has no operation deleteLead');
});
