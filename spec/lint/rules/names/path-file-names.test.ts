import { expect, it } from 'vitest';
import { lintSample } from '../../testing/lint-sample.ts';

const ROOT = 'sync/openapi.yaml';
const path = '/paths/~1enterprise~1{enterpriseId}~1';
const shared = { $ref: 'paths/leads/lead_{leadId}.yaml' };
const found = await lintSample({
  wrongName: {
    [`${ROOT}#${path}lead~1{leadId}`]: undefined,
    [`${ROOT}#${path}lead~1{leadId}~1details`]: shared,
  },
  wrongFolder: {
    [`${ROOT}#/tags/0/name`]: 'Team Members',
    [`${ROOT}#${path}lead~1search`]: undefined,
    'sync/paths/leads/lead_{leadId}.yaml#/get/tags/0': 'Team Members',
  },
  inline: { [`${ROOT}#${path}lead~1{leadId}`]: {} },
  partOfAFile: {
    'sync/paths/leads/lead_{leadId}.yaml': { lead: { get: {} } },
    [`${ROOT}#${path}lead~1{leadId}/$ref`]: 'paths/leads/lead_{leadId}.yaml#/lead',
  },
});

it('a file with another name is reported with its expected name', () => {
  expect(found.wrongName).toEqual([
    {
      rule: 'telecrm/path-file-names',
      file: ROOT,
      pointer: `#${path}lead~1{leadId}~1details`,
      message:
        '/enterprise/{enterpriseId}/lead/{leadId}/details is written in paths/leads/lead_{leadId}.yaml; it belongs in paths/leads/lead_{leadId}_details.yaml.',
    },
  ]);
});

it('a file in the folder of another tag is reported', () => {
  expect(found.wrongFolder).toEqual([
    {
      rule: 'telecrm/path-file-names',
      file: ROOT,
      pointer: `#${path}lead~1{leadId}`,
      message: expect.stringContaining('belongs in paths/team-members/lead_{leadId}.yaml'),
    },
  ]);
});

it('a path inlined in the root file is reported', () => {
  expect(found.inline).toEqual([
    {
      rule: 'telecrm/path-file-names',
      file: ROOT,
      pointer: `#${path}lead~1{leadId}`,
      message: expect.stringContaining('leave only `$ref: paths/'),
    },
  ]);
});

it('a file contains exactly one path', () => {
  expect(found.partOfAFile).toContainEqual({
    rule: 'telecrm/path-file-names',
    file: ROOT,
    pointer: `#${path}lead~1{leadId}`,
    message: expect.stringContaining('is written in paths/leads/lead_{leadId}.yaml#/lead'),
  });
});
