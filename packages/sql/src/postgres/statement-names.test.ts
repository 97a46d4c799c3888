import { expect, it } from 'vitest';
import { rowList } from '../sql-text.ts';
import { createStatementNames } from './statement-names.ts';

const repeat = (count: number, run: (index: number) => unknown) =>
  Array.from({ length: count }, (_, index) => run(index));

it('names a statement from its third use on', () => {
  const { nameOf } = createStatementNames();
  expect(repeat(4, () => nameOf('SELECT 1'))).toEqual([
    ...[undefined, undefined],
    ...['telecrm_1', 'telecrm_1'],
  ]);
  expect(repeat(3, () => nameOf('SELECT 2'))).toEqual([undefined, undefined, 'telecrm_2']);
});

it('does not name statements that are used once or twice', () => {
  const { nameOf } = createStatementNames();
  repeat(5000, (index) => nameOf(`SELECT ${index}`));
  repeat(3, () => nameOf('SELECT 1'));
  expect(nameOf('SELECT 1')).toBe('telecrm_1');
});

it('limits the number of names, and keeps those of earlier statements', () => {
  const { nameOf } = createStatementNames();
  const names = repeat(150, (index) => repeat(3, () => nameOf(`SELECT ${index}`)).at(-1));
  expect(new Set(names)).toHaveLength(101);
  expect([names[99], names[100]]).toEqual(['telecrm_100', undefined]);
  expect(nameOf('SELECT 0')).toBe('telecrm_1');
});

it('does not name long statements, because many prepared ones would fill the memory of the server', () => {
  const { nameOf } = createStatementNames();
  const insert = (rows: number) => `INSERT INTO item VALUES ${rowList(rows, 12)}`;
  expect(repeat(3, () => nameOf(insert(100)))).toEqual([undefined, undefined, undefined]);
  expect(repeat(3, () => nameOf(insert(10))).at(-1)).toBe('telecrm_1');
});
