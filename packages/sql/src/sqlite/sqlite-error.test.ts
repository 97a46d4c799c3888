import { expect, it } from 'vitest';
import { sqliteError } from './sqlite-error.ts';

it.each([
  ['of node:sqlite', { errcode: 13 }, 'disk-full'],
  ['of node:sqlite with an extended code', { errcode: 5 | (3 << 8) }, 'in-use'],
  ['of better-sqlite3', { code: 'SQLITE_CORRUPT' }, 'damaged'],
  ['of better-sqlite3 with an extended code', { code: 'SQLITE_IOERR_FSYNC' }, 'damaged'],
])('an error %s becomes a description of the problem with the file', (_, properties, problem) => {
  const cause = Object.assign(new Error('failed'), properties);
  expect(sqliteError(cause, 'my.db')).toMatchObject({
    problem,
    cause,
    message: expect.stringMatching(/^my\.db /),
  });
});

it.each([
  'text',
  new Error('other'),
  Object.assign(new Error('constraint'), { errcode: 19 }),
  Object.assign(new Error('other'), { code: 'ENOENT' }),
  Object.assign(new Error('other'), { code: 5 }),
])('any other error is returned unchanged: %s', (error) => {
  expect(sqliteError(error, 'my.db')).toBe(error);
});
