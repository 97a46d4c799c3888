import { expect, test } from 'vitest';
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

test('an ID without a verb is reported with the verbs that fit', () => {
  expect(found.noVerb).toEqual([
    finding(
      GET,
      'get',
      '`lead` must begin with get, as fits GET /enterprise/{enterpriseId}/lead/{leadId}.',
    ),
  ]);
});

test('a path that ends in an ID is got, not listed', () => {
  expect(found.listOfOne).toEqual([
    finding(GET, 'get', expect.stringContaining('`listLead` must begin with get,')),
  ]);
});

test('a path that ends in /search is searched', () => {
  expect(found.searchThatCreates).toEqual([
    finding(SEARCH, 'post', expect.stringContaining('must begin with search,')),
  ]);
});

test('a verb is a whole word', () => {
  expect(found.onlyLooksLikeAVerb).toHaveLength(1);
});

test('the rest of the ID is free', () => {
  expect(found.otherNoun).toEqual([]);
});
