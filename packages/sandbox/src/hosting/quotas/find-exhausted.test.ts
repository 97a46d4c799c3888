import { apis } from '@telecrm/spec/model';
import { expect, it } from 'vitest';
import { operations } from '../../generated/operations.ts';
import { isWrite } from './find-exhausted.ts';

it('counts every operation that writes, and no other', () => {
  const { sync, async } = apis();
  // Operations with pages are searches and lists.
  const reading = [...sync.operations, ...async.operations]
    .filter(({ method, pagination }) => method === 'GET' || pagination !== undefined)
    .map(({ id }) => id);
  const read = operations.filter((operation) => !isWrite(operation)).map(({ id }) => id);
  expect(read.toSorted()).toEqual(reading.toSorted());
});
