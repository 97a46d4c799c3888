import { describe, expect, it } from 'vitest';
import { operations } from '../generated/operations.ts';
import type { Operation } from '../operations/operation.ts';
import type { ValidationIssue } from '../validation/validation-issue.ts';
import { validationError } from './validation-error.ts';

describe('the choice between examples', () => {
  const example = (name: string, violates: string[]) => ({
    status: '400',
    value: name,
    violates,
  });
  const [first] = operations;
  if (!first) throw new Error('There are operations');
  const operation: Operation = {
    ...first,
    errors: [
      example('whole', ['body']),
      example('list', ['body.actions']),
      example('kind', ['body.actions.type', 'query.kind']),
    ],
  };
  const at = (...path: string[]): ValidationIssue => ({ path, keyword: 'type', schema: {} });

  it.each([
    [[at('body')], 'whole'],
    [[at('body', 'fields')], 'whole'],
    [[at('body', 'actions')], 'list'],
    [[at('body', 'actions', '3')], 'list'],
    [[at('body', 'actions', '3', 'type')], 'kind'],
    [[at('body', 'actions', '3', 'type', 'x')], 'kind'],
    [[at('body', 'actions', '3', 'typed')], 'list'],
    [[at('body', 'fields'), at('query', 'kind')], 'kind'],
  ])('selects the example with the longest matching path (%j)', (issues, name) => {
    expect(validationError(operation, issues)).toEqual({ status: 400, body: name });
  });

  it('falls back to a generic response if none matches', () => {
    const { body } = validationError(operation, [at('query', 'other')]);
    expect(JSON.stringify(body)).toContain('query.other');
  });
});
