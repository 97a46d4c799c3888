import { expect, it } from 'vitest';
import { lintSample } from '../../testing/lint-sample.ts';

const GET = 'sync/paths/leads/lead_{leadId}.yaml';
const ROOT = 'sync/openapi.yaml';
const LEAD = 'components/schemas/Lead.yaml';
const EXAMPLE = 'components/examples/limitOutOfRange.yaml';
const found = await lintSample({
  unknown: { [`${ROOT}#/info/x-logo`]: { url: 'logo.svg' } },
  unknownBesideReference: {
    'components/schemas/LeadPage.yaml#/properties/data/items/x-nullable': true,
  },
  misplaced: { [`${GET}#/x-retry`]: { repeat: 'harmless', why: 'Reading changes nothing.' } },
  badRetry: { [`${GET}#/get/x-retry`]: { repeat: 'sometimes', why: 'No.' } },
  badPagination: { [`${GET}#/get/x-pagination`]: { skip: 'skip', size: 10 } },
  badRateLimit: { [`${ROOT}#/x-rate-limit`]: { requests: 0, seconds: 3600, per: 'day' } },
  badEvidence: {
    [`${LEAD}#/x-evidence`]: 'guessed',
    [`${LEAD}#/x-evidence-note`]: '',
  },
  badViolates: { [`${EXAMPLE}#/x-violates`]: ['header.Accept'] },
  property: { [`${LEAD}#/properties/x-ray`]: { description: 'Of the teeth.', type: 'string' } },
});

function finding(file: string, pointer: string, message: string) {
  return { rule: 'telecrm/extensions', file, pointer, message: expect.stringContaining(message) };
}

it('an unknown extension is reported with the list of known ones', () => {
  expect(found.unknown).toEqual([
    finding(
      ROOT,
      '#/info/x-logo',
      '`x-logo` is not a known extension (x-evidence, x-evidence-note, x-pagination, x-rate-limit, x-retry, x-sandbox-token, x-unknown-keys, x-violates)',
    ),
  ]);
});

it('an unknown extension next to a reference is also reported', () => {
  expect(found.unknownBesideReference).toEqual([
    finding(
      'components/schemas/LeadPage.yaml',
      '#/properties/data/items/x-nullable',
      'add spec/extensions/x-nullable.schema.json',
    ),
  ]);
});

it('a known extension at the wrong location is reported with the right one', () => {
  expect(found.misplaced).toEqual([
    finding(GET, '#/x-retry', '`x-retry` belongs on Operation, not on PathItem'),
  ]);
});

it('an invalid x-retry is reported with the valid values', () => {
  expect(found.badRetry).toEqual([
    finding(GET, '#/get/x-retry', 'harmless, harmful, harmless-without-actions'),
    finding(GET, '#/get/x-retry', '`why` must NOT have fewer than 10 characters'),
  ]);
});

it('an invalid x-pagination is reported key by key', () => {
  expect(found.badPagination.filter(({ rule }) => rule === 'telecrm/extensions')).toEqual([
    finding(GET, '#/get/x-pagination', "required property 'limit'"),
    finding(GET, '#/get/x-pagination', "required property 'items'"),
    finding(GET, '#/get/x-pagination', 'additional properties: size'),
  ]);
});

it('an invalid x-rate-limit is reported', () => {
  expect(found.badRateLimit).toEqual([
    finding(ROOT, '#/x-rate-limit', '`requests` must be >= 1'),
    finding(ROOT, '#/x-rate-limit', '`per` must be equal to constant: token'),
  ]);
});

it('an invalid x-evidence and an empty note are reported', () => {
  expect(found.badEvidence).toEqual([
    finding(LEAD, '#/x-evidence', 'observed, inferred'),
    finding(LEAD, '#/x-evidence-note', 'fewer than 10 characters'),
    finding(LEAD, '#/x-evidence-note', 'must match pattern'),
  ]);
});

it('an invalid x-violates is reported', () => {
  expect(found.badViolates.filter(({ rule }) => rule === 'telecrm/extensions')).toEqual([
    finding(EXAMPLE, '#/x-violates', '`0` must match pattern'),
  ]);
});

it('a property whose name begins with x- is not an extension', () => {
  expect(found.property).toEqual([]);
});
