import { expect, it } from 'vitest';
import { DatabaseError } from '../database-error.ts';
import { placeOf } from './place.ts';
import { isConflict, isStalePlan, postgresError } from './postgres-error.ts';

const withCode = (code: string) => Object.assign(new Error('failed'), { code });

it.each([
  [withCode('ECONNREFUSED'), 'unreachable'],
  [new AggregateError([withCode('ECONNREFUSED')]), 'unreachable'],
  [new Error('Connection terminated unexpectedly'), 'unreachable'],
  [new Error('Query read timeout'), 'unreachable'],
  [withCode('57P01'), 'unreachable'],
  [withCode('25P03'), 'unreachable'],
  [withCode('28P01'), 'not-permitted'],
  [withCode('42P01'), 'not-permitted'],
  [withCode('53100'), 'disk-full'],
])('%s becomes a description of the problem with the database', (error, problem) => {
  expect(postgresError(error, 'Postgres')).toMatchObject({ problem, cause: error });
});

it('too few connections are not described as a problem of the network', () => {
  expect(postgresError(withCode('53300'), 'Postgres')).toMatchObject({
    message:
      'Postgres cannot be reached (53300): allow more connections on the server or for the role',
  });
});

it.each(['text', withCode('23505'), withCode('40001'), new DatabaseError('damaged', 'x')])(
  'any other error is passed on: %s',
  (error) => {
    expect(postgresError(error, 'Postgres')).toBe(error);
  },
);

it('serialization failures and deadlocks are conflicts', () => {
  const codes = ['40001', '40P01', '23505'];
  expect(codes.map((code) => isConflict(withCode(code)))).toEqual([true, true, false]);
});

it('only a prepared statement that no longer fits its table has a stale plan', () => {
  const stale = Object.assign(withCode('0A000'), { routine: 'RevalidateCachedQuery' });
  expect([stale, withCode('0A000')].map(isStalePlan)).toEqual([true, false]);
});

it.each([
  ['postgres://me:secret@db.example.com:6432/crm', 'Postgres at db.example.com:6432/crm'],
  ['postgres:///crm?host=/run/postgres', 'Postgres at /run/postgres/crm'],
  ['postgres:///crm', 'Postgres at localhost/crm'],
  ['me:secret@nothing', 'Postgres'],
])('%s is displayed without user and password', (url, place) => {
  expect(placeOf(url)).toBe(place);
});
