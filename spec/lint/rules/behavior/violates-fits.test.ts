import { expect, it } from 'vitest';
import { lintSample } from '../../testing/lint-sample.ts';

const SEARCH = 'sync/paths/leads/lead_search.yaml';
const SHARED = 'components/examples/limitOutOfRange.yaml';
const LEAD = 'components/schemas/Lead.yaml';
const inline = '/post/responses/400/content/application~1json/examples/unknownStatus/x-violates';
const success = '/post/responses/200/content/application~1json/examples/onePage/x-violates';
const request = '/post/requestBody/content/application~1json/examples/byStatus/x-violates';
const found = await lintSample({
  parameter: { [`${SHARED}#/x-violates/0`]: 'query.size' },
  key: { [`${SEARCH}#${inline}/0`]: 'body.fields.state' },
  success: { [`${SEARCH}#${success}`]: ['query.limit'] },
  request: { [`${SEARCH}#${request}`]: ['body'] },
  everywhere: {
    [`${SEARCH}#${inline}`]: ['path.enterpriseId', 'query.skip', 'body', 'body.fields'],
  },
  inABranch: {
    [`${LEAD}#/oneOf`]: [{ $ref: './LeadPage.yaml' }, { type: 'object' }],
    [`${SEARCH}#${inline}/0`]: 'body.data.fields.status',
  },
  refusedKey: {
    [`${LEAD}#/properties/fields/additionalProperties`]: false,
    [`${SEARCH}#${inline}/0`]: 'body.fields.id',
  },
});

function finding(file: string, pointer: string, message: string) {
  return { rule: 'telecrm/violates-fits', file, pointer, message };
}

it('a parameter that an operation does not have is reported in the shared example', () => {
  expect(found.parameter).toEqual([
    finding(
      SHARED,
      '#/x-violates/0',
      '`query.size` does not exist on searchLeads: name a parameter of it, or a key of its request body.',
    ),
  ]);
});

it('a key that the request body does not have is reported', () => {
  expect(found.key).toEqual([
    finding(SEARCH, `#${inline}/0`, expect.stringContaining('`body.fields.state` does not exist')),
  ]);
});

it('only 4xx responses can have x-violates', () => {
  expect(found.success).toEqual([
    finding(SEARCH, `#${success}`, expect.stringContaining('this one is of the 200')),
  ]);
  expect(found.request).toEqual([
    finding(SEARCH, `#${request}`, expect.stringContaining('this one is of the request')),
  ]);
});

it('parameters of the path item, of the operation, the body and its keys are valid locations', () => {
  expect(found.everywhere).toEqual([]);
});

it('keys are found in branches and arrays', () => {
  expect(found.inABranch).toEqual([]);
});

it('a key that a closed object rejects is a valid location', () => {
  expect(found.refusedKey).toEqual([]);
});
