import { expect, it } from 'vitest';
import { operationById } from './operations.ts';

it('stops where a test names an operation that the spec does not have', () => {
  expect(() => operationById('deleteLead')).toThrow('the spec has no operation deleteLead');
});
