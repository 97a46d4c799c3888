import { expect, it } from 'vitest';
import { lintSample } from '../../testing/lint-sample.ts';

const SHARED = 'components/responses/ServerError.yaml';
const SEARCH = 'sync/paths/leads/lead_search.yaml';
const badRequest = `${SEARCH}#/post/responses/400/content/application~1json/schema`;
const body = {
  description: 'What went wrong.',
  type: 'object',
  required: ['code', 'message'],
  properties: {
    code: { description: 'A code.', type: 'string' },
    message: { description: 'The reason.', type: 'string' },
  },
};
const found = await lintSample({
  inline: { [badRequest]: { type: 'object', required: ['error'], properties: { error: body } } },
  shared: {
    [`${SHARED}#/content/application~1json/schema`]: { $ref: '../schemas/Lead.yaml' },
    [`${SHARED}#/content/application~1json/examples/failed/value`]: { fields: {} },
  },
  codeOptional: { 'components/schemas/Error.yaml#/properties/error/required': ['message'] },
  closer: {
    'components/schemas/DetailedError.yaml': {
      description: 'An error with details.',
      type: 'object',
      required: ['error'],
      properties: { error: body },
    },
    [badRequest]: { $ref: '../../../components/schemas/DetailedError.yaml' },
  },
});

it('an error with another body is reported, with the file to refer to', () => {
  expect(found.inline).toEqual([
    {
      rule: 'telecrm/error-envelope',
      file: SEARCH,
      pointer: '#/post/responses/400/content/application~1json/schema',
      message: expect.stringContaining('make its schema a `$ref` to the schema Error'),
    },
  ]);
});

it('a shared response with another shape is reported once, in its own file', () => {
  expect(found.shared).toEqual([
    {
      rule: 'telecrm/error-envelope',
      file: SHARED,
      pointer: '#/content/application~1json/schema',
      message: expect.stringContaining('A 5XX must use the error envelope'),
    },
  ]);
});

it('an envelope with an optional code is reported wherever it is used', () => {
  const rules = new Set(found.codeOptional.map(({ rule }) => rule));
  expect([...rules]).toEqual(['telecrm/error-envelope']);
  expect(found.codeOptional).toHaveLength(4);
});

it('a stricter schema of the same envelope passes', () => {
  expect(found.closer).toEqual([]);
});
