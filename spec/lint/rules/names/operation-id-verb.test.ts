import { expect, it } from 'vitest';
import { lintSample } from '../../testing/lint-sample.ts';

const GET = 'sync/paths/leads/lead_{leadId}.yaml';
const SEARCH = 'sync/paths/leads/lead_search.yaml';
const found = await lintSample({
  noVerb: { [`${GET}#/get/operationId`]: 'lead' },
  listOfOne: { [`${GET}#/get/operationId`]: 'listLead' },
  searchThatCreates: { [`${SEARCH}#/post/operationId`]: 'createSearch' },
  onlyLooksLikeAVerb: { [`${GET}#/get/operationId`]: 'gettingLead' },
  otherNoun: { [`${GET}#/get/operationId`]: 'getPerson' },
});

function finding(file: string, method: string, message: string) {
  const pointer = `#/${method}/operationId`;
  return { rule: 'telecrm/operation-id-verb', file, pointer, message };
}

it('an ID without a verb is reported with the valid verbs', () => {
  expect(found.noVerb).toEqual([
    finding(
      GET,
      'get',
      '`lead` must begin with get, as fits GET /enterprise/{enterpriseId}/lead/{leadId}.',
    ),
  ]);
});

it('the operation of a path that ends with an ID begins with get, not list', () => {
  expect(found.listOfOne).toEqual([
    finding(GET, 'get', expect.stringContaining('`listLead` must begin with get,')),
  ]);
});

it('the operation of a path that ends with /search begins with search', () => {
  expect(found.searchThatCreates).toEqual([
    finding(SEARCH, 'post', expect.stringContaining('must begin with search,')),
  ]);
});

it('a verb is a whole word', () => {
  expect(found.onlyLooksLikeAVerb).toHaveLength(1);
});

it('the rest of the ID is arbitrary', () => {
  expect(found.otherNoun).toEqual([]);
});
