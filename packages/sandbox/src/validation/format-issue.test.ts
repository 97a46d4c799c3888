import { expect, it } from 'vitest';
import { formatIssue } from './format-issue.ts';
import type { RequestSchema } from './request-schema.ts';

it.each<[RequestSchema, string]>([
  [{ type: 'integer', minimum: 1, maximum: 5 }, 'an integer from 1 to 5'],
  [{ type: 'integer', minimum: 0 }, 'an integer of at least 0'],
  [{ type: 'number', exclusiveMinimum: 0, maximum: 9 }, 'a number above 0 of at most 9'],
  [{ type: 'boolean' }, 'true or false'],
  [{ type: 'string' }, 'a string'],
  [{ type: 'string', minLength: 1 }, 'a non-empty string'],
  [{ type: 'string', maxLength: 9 }, 'a string of at most 9 characters'],
  [{ type: 'string', format: 'email' }, 'an email address'],
  [
    { type: 'string', pattern: '^[0-9]+$', examples: ['1001'] },
    'a string matching ^[0-9]+$ (such as 1001)',
  ],
  [{ type: ['string', 'null'] }, 'a string or null'],
  [{ const: 'PAYMENT' }, 'PAYMENT'],
  [{ type: 'string', enum: ['Active', 'On Leave'] }, 'one of Active, On Leave'],
  [{ type: 'array', items: { type: 'string' } }, 'an array of strings'],
  [{ type: 'array', minItems: 1 }, 'a non-empty array'],
  [{ type: 'object', minProperties: 1 }, 'a non-empty object'],
  [
    { anyOf: [{ type: 'string' }, { type: 'integer' }, { type: 'string' }] },
    'a string or an integer',
  ],
  [{}, 'a value that the API reference allows'],
])('describes %j', (schema, words) => {
  const text = formatIssue({ path: ['query', 'q'], keyword: 'value', schema });
  expect(text).toBe(`query.q is not allowed here: send ${words}.`);
});

it('lists the allowed keys if one is unknown', () => {
  const schema = { properties: { type: {}, status: {} } };
  expect(formatIssue({ path: ['body', 'amount'], keyword: 'additionalProperties', schema })).toBe(
    'body.amount is not known here: remove it (known: type, status).',
  );
});
