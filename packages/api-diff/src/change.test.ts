import { expect, it } from 'vitest';
import { asChange } from './change.ts';

const changeAt = (path: string, more: object = {}) =>
  asChange('sync', { path, kind: 'modified', impact: 'patch', verdicts: [], ...more });

it('names the operation and the changed part', () => {
  const enumeration = '#/paths/~1lead~1{id}/post/requestBody/content/application~1json/schema';
  expect(changeAt(enumeration, { property: 'enum' })).toMatchObject({
    where: 'POST /lead/{id}',
    what: 'modified requestBody › content › application/json › schema › enum',
  });
});

it('names the path if all of its operations are affected', () => {
  const where = '/lead/{id}';
  expect(changeAt('#/paths/~1lead~1{id}', { kind: 'removed' })).toMatchObject({
    where,
    what: 'removed',
  });
  expect(changeAt('#/paths/~1lead~1{id}/parameters/0')).toMatchObject({
    where,
    what: 'modified parameters › 0',
  });
});

it('names the document if no path is affected', () => {
  const where = 'the document';
  expect(changeAt('#/info', { property: 'title' })).toMatchObject({
    where,
    what: 'modified info › title',
  });
  expect(changeAt('#/paths')).toMatchObject({ where, what: 'modified paths' });
});

it('joins all of Redocly’s reasons', () => {
  const verdicts = [{ message: 'A is gone.' }, { message: 'B is gone.' }];
  expect(changeAt('#/paths/~1a/get', { verdicts }).reason).toBe('A is gone. B is gone.');
});
