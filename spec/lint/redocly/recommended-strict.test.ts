import { expect, it } from 'vitest';
import { lintSample } from '../testing/lint-sample.ts';

const ROOT = 'sync/openapi.yaml';
const GET = 'sync/paths/leads/lead_{leadId}.yaml';

// Rules that we rely on and that Redocly's strict set contains. If an update removes one, this test fails.
const found = await lintSample({
  noSecurity: {
    [`${ROOT}#/security`]: undefined,
    [`${ROOT}#/components`]: undefined,
    [`${ROOT}#/paths/~1enterprise~1{enterpriseId}~1lead~1search`]: undefined,
  },
  unknownScheme: { [`${GET}#/get/security`]: [{ asyncToken: [] }] },
  noSummary: { [`${GET}#/get/summary`]: undefined },
  noTagDescription: { [`${ROOT}#/tags/0/description`]: undefined },
  wrongExample: {
    [`${GET}#/get/responses/200/content/application~1json/examples/found/value/fields/status`]: 3,
  },
  unusedComponent: { [`${ROOT}#/components/schemas`]: { Spare: { description: 'A spare part.' } } },
});

it.each([
  ['an operation without security', found.noSecurity, 'security-defined'],
  ['a scheme that does not exist', found.unknownScheme, 'security-defined'],
  ['an operation without a summary', found.noSummary, 'operation-summary'],
  ['a tag without a description', found.noTagDescription, 'tag-description'],
  ['an example that breaks its schema', found.wrongExample, 'no-invalid-media-type-examples'],
  ['a component that nothing uses', found.unusedComponent, 'no-unused-components'],
])('%s is rejected', (_what, findings, rule) => {
  expect(findings.map((finding) => finding.rule)).toEqual([rule]);
});
