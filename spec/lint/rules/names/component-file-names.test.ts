import { expect, it } from 'vitest';
import { lintSample } from '../../testing/lint-sample.ts';

const SEARCH = 'sync/paths/leads/lead_search.yaml';
const schema = '/post/requestBody/content/application~1json/schema';
const stage = { description: 'A stage.', type: 'object' };
const found = await lintSample({
  wrongCase: {
    'components/schemas/lead-stage.yaml': stage,
    [`${SEARCH}#${schema}`]: { $ref: '../../../components/schemas/lead-stage.yaml' },
  },
  wrongFolder: {
    'components/LeadStage.yaml': stage,
    [`${SEARCH}#${schema}`]: { $ref: '../../../components/LeadStage.yaml' },
  },
  wrongKind: {
    'components/schemas/Page.yaml': {
      name: 'page',
      in: 'query',
      description: 'The page.',
      schema: { type: 'integer' },
      example: 1,
    },
    [`${SEARCH}#/post/parameters/2`]: { $ref: '../../../components/schemas/Page.yaml' },
  },
  noFolder: {
    'components/leadBody.yaml': {
      description: 'A lead.',
      required: true,
      content: {
        'application/json': {
          examples: { one: { summary: 'One', value: {} } },
        },
      },
    },
    [`${SEARCH}#/post/requestBody`]: { $ref: '../../../components/leadBody.yaml' },
    [`${SEARCH}#/post/responses/400/content/application~1json/examples/unknownStatus`]: undefined,
  },
  inItself: {
    'components/schemas/Lead.yaml#/properties/self': { $ref: '#/properties/fields' },
  },
});

function finding(pointer: string, message: string) {
  return { rule: 'telecrm/component-file-names', file: SEARCH, pointer, message };
}

it('a schema file with a name in another case is reported at the reference', () => {
  expect(found.wrongCase.filter(({ rule }) => rule.startsWith('telecrm/component'))).toEqual([
    finding(
      `#${schema}/$ref`,
      'components/schemas/lead-stage.yaml must be in components/schemas/ and have a name in PascalCase with the extension .yaml.',
    ),
  ]);
});

it('a schema file outside its folder is reported', () => {
  expect(found.wrongFolder).toContainEqual(
    finding(`#${schema}/$ref`, expect.stringContaining('must be in components/schemas/')),
  );
});

it('a parameter among the schemas is reported', () => {
  expect(found.wrongKind).toEqual([
    finding(
      '#/post/parameters/2/$ref',
      'components/schemas/Page.yaml must be in components/parameters/ and have a name in camelCase with the extension .yaml.',
    ),
  ]);
});

it('a component of a kind that is not shared must be inline', () => {
  expect(found.noFolder).toEqual([
    finding('#/post/requestBody/$ref', expect.stringContaining('write it where it is used')),
  ]);
});

it('a file may refer to itself', () => {
  expect(found.inItself).toEqual([]);
});
