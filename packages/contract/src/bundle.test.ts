import { describe, expect, test } from 'vitest';
import { resolve } from './bundle.ts';
import { operationById } from './operation-by-id.ts';

describe('the contract stops, rather than pass over it,', () => {
  test('where a reference of the spec leads nowhere', () => {
    const reference = { $ref: '#/components/schemas/Nothing' };
    expect(() => resolve('sync', reference)).toThrow(`sync: nothing stands at ${reference.$ref}`);
    const deeper = { $ref: '#/components/nothing/at~1all' };
    expect(() => resolve('async', deeper)).toThrow(`async: nothing stands at ${deeper.$ref}`);
  });

  test('where a test speaks of an operation that the spec does not have', () => {
    expect(() => operationById('deleteLead')).toThrow('the spec has no operation deleteLead');
  });
});
