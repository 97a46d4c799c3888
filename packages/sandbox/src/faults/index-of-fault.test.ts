import { expect, it } from 'vitest';
import { indexOfFault } from './index-of-fault.ts';

const faults = [
  { status: 500, times: 2 },
  { status: 503, body: { a: [1, { b: 2, c: 3 }] } },
  { status: 500, times: 1 },
  { status: 500 },
];

it.each([
  ['an equal one', { status: 500, times: 1 }, 2],
  ['one with another order of keys', { body: { a: [1, { c: 3, b: 2 }] }, status: 503 }, 1],
  ['one whose count has gone down', { status: 500, times: 7 }, 0],
  ['one without a count', { status: 500 }, 3],
  ['none with another order of items', { status: 503, body: { a: [{ b: 2, c: 3 }, 1] } }, -1],
  ['none with another body', { status: 503, body: { a: 1 } }, -1],
  ['none that looks like its pairs', { status: 503, body: [['a', [1, { b: 2, c: 3 }]]] }, -1],
  ['none that counts down for one that does not', { status: 503, times: 1 }, -1],
])('finds %s', (_, wanted, index) => {
  expect(indexOfFault(faults, wanted)).toBe(index);
});
