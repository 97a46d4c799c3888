import { expect, it } from 'vitest';
import { lintSample } from '../../testing/lint-sample.ts';

const SEARCH = 'sync/paths/leads/lead_search.yaml';
const paging = `${SEARCH}#/post/x-pagination`;
const found = await lintSample({
  parameter: { [`${paging}/skip`]: 'offset' },
  pathParameter: { [`${paging}/when`]: 'enterpriseId' },
  bounds: { 'components/parameters/limit.yaml#/schema': { type: 'integer', minimum: 1 } },
  key: { [`${paging}/total`]: 'count' },
  noList: { [`${paging}/items`]: 'total_count' },
  composed: {
    'components/schemas/AnyPage.yaml': {
      description: 'A page.',
      allOf: [{ $ref: './LeadPage.yaml' }],
    },
    [`${SEARCH}#/post/responses/200/content/application~1json/schema/$ref`]:
      '../../../components/schemas/AnyPage.yaml',
  },
  onThePath: {
    [`${SEARCH}#/post/parameters`]: undefined,
    [`${SEARCH}#/parameters/1`]: { $ref: '../../../components/parameters/skip.yaml' },
    [`${SEARCH}#/parameters/2`]: { $ref: '../../../components/parameters/limit.yaml' },
  },
});

function finding(role: string, message: string) {
  const pointer = `#/post/x-pagination/${role}`;
  return { rule: 'telecrm/pagination-fits', file: SEARCH, pointer, message };
}

it('an unknown parameter is reported with the known ones', () => {
  expect(found.parameter).toEqual([
    finding('skip', 'searchLeads has no query parameter `offset`; it has skip, limit.'),
  ]);
});

it('a path parameter is rejected', () => {
  expect(found.pathParameter).toEqual([
    finding('when', expect.stringContaining('no query parameter `enterpriseId`')),
  ]);
});

it('a page size without bounds is reported', () => {
  expect(found.bounds).toEqual([
    finding('limit', expect.stringContaining('a `minimum` and a `maximum`')),
  ]);
});

it('a key that the response does not have is reported', () => {
  expect(found.key).toEqual([finding('total', 'The schema of the 200 has no key `count`.')]);
});

it('items that are not an array are reported', () => {
  expect(found.noList).toEqual([finding('items', '`total_count` of the 200 is not an array.')]);
});

it('keys are found in the parts of a composed schema', () => {
  expect(found.composed).toEqual([]);
});

it('parameters of the path item are found, too', () => {
  expect(found.onThePath).toEqual([]);
});
