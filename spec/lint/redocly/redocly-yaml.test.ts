import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Edits, lintSample } from '../testing/lint-sample.ts';

const ROOT = 'sync/openapi.yaml';
const GET = 'sync/paths/leads/lead_{leadId}.yaml';
const SEARCH = 'sync/paths/leads/lead_search.yaml';
const LEAD = 'components/schemas/Lead.yaml';
const LIMIT = 'components/parameters/limit.yaml';
const JSON_BODY = 'content/application~1json';
const RESPONSE = `/get/responses/200/${JSON_BODY}`;
const STATUS = '/properties/fields/properties/status';
const unauthorized = { $ref: '../../../components/responses/Unauthorized.yaml' };
const anotherGet = {
  operationId: 'getSearch',
  tags: ['Leads'],
  summary: 'Get the search',
  description: 'Returns the search.',
  'x-retry': { repeat: 'harmless', why: 'Reading changes nothing.' },
  responses: { 200: unauthorized, 401: unauthorized, 429: unauthorized, '5XX': unauthorized },
};

/** The change that violates the rule, the location of the finding (`file#pointer`), and its message. */
type Case = readonly [edits: Edits, at: string, message: string];

const cases: Readonly<Record<string, Case>> = {
  'array-parameter-serialization': [
    {
      [`${LIMIT}#/schema/type`]: 'array',
      [`${LIMIT}#/schema/items`]: {},
      [`${LIMIT}#/example`]: [],
    },
    `${LIMIT}#/`,
    '`style` and `explode',
  ],
  'operation-description': [
    { [`${GET}#/get/description`]: undefined },
    `${GET}#/get/description`,
    'should contain `description`',
  ],
  'operation-singular-tag': [
    { [`${GET}#/get/tags`]: ['Leads', 'Leads'] },
    `${GET}#/get/tags`,
    'only one tag',
  ],
  'operation-tag-defined': [
    {
      [`${ROOT}#/tags/0/name`]: 'People',
      [`${ROOT}#/paths/~1enterprise~1{enterpriseId}~1lead~1search`]: undefined,
    },
    `${GET}#/get/tags/0`,
    'defined in global tags',
  ],
  'parameter-description': [
    { [`${LIMIT}#/description`]: undefined },
    `${LIMIT}#/`,
    'description must be present',
  ],
  'path-http-verbs-order': [
    { [`${SEARCH}#/get`]: anotherGet },
    `${SEARCH}#/get`,
    'must be ordered',
  ],
  'request-mime-type': [
    {
      [`${SEARCH}#/post/requestBody/content/text~1csv`]: {
        examples: { one: { summary: 'One', value: 'a' } },
      },
    },
    `${SEARCH}#/post/requestBody/content/text~1csv`,
    'not allowed',
  ],
  'response-mime-type': [
    {
      [`${GET}#/get/responses/200/content/text~1csv`]: {
        examples: { one: { summary: 'One', value: 'a' } },
      },
    },
    `${GET}#/get/responses/200/content/text~1csv`,
    'not allowed',
  ],
  'spec-strict-refs': [
    {
      [`${ROOT}#/info/license`]: { $ref: './license.yaml' },
      'sync/license.yaml': { name: 'MIT', identifier: 'MIT' },
    },
    `${ROOT}#/info/license/$ref`,
    'not expected',
  ],

  'rule/body-has-examples': [
    { [`${GET}#${RESPONSE}/examples`]: undefined },
    `${GET}#${RESPONSE}`,
    'Add `examples`',
  ],
  'rule/body-examples-are-named': [
    { [`${GET}#${RESPONSE}/example`]: { fields: {} } },
    `${GET}#${RESPONSE}/example`,
    'a name under `examples`',
  ],
  'rule/examples-not-empty': [
    { [`${GET}#${RESPONSE}/examples`]: {} },
    `${GET}#${RESPONSE}/examples`,
    'at least one named example',
  ],
  'rule/example-name-camel-case': [
    { [`${GET}#${RESPONSE}/examples/a_second`]: { summary: 'Another', value: { fields: {} } } },
    `${GET}#${RESPONSE}/examples/a_second`,
    'camelCase',
  ],
  'rule/example-summary': [
    { [`${GET}#${RESPONSE}/examples/found/summary`]: undefined },
    `${GET}#${RESPONSE}/examples/found/summary`,
    'Add a `summary`',
  ],
  'rule/response-has-body': [
    { [`${GET}#/get/responses/404`]: { description: 'No such lead.' } },
    `${GET}#/get/responses/404`,
    'Add the `content`',
  ],
  'rule/parameter-has-example': [
    { [`${LIMIT}#/example`]: undefined },
    `${LIMIT}#/`,
    'Add an `example`',
  ],

  'rule/info-description': [
    { [`${ROOT}#/info/description`]: undefined },
    `${ROOT}#/info/description`,
    'what is this API for?',
  ],
  'rule/server-description': [
    { [`${ROOT}#/servers/0/description`]: undefined },
    `${ROOT}#/servers/0/description`,
    'description` of this server',
  ],
  'rule/request-body-description': [
    { [`${SEARCH}#/post/requestBody/description`]: undefined },
    `${SEARCH}#/post/requestBody/description`,
    'what to send',
  ],
  'rule/response-description': [
    { [`${GET}#/get/responses/200/description`]: '' },
    `${GET}#/get/responses/200/description`,
    'when this response is returned',
  ],
  'rule/header-description': [
    { 'components/headers/retryAfter.yaml#/description': undefined },
    `components/headers/retryAfter.yaml#/description`,
    'description` of this header',
  ],
  'rule/security-scheme-description': [
    { [`${ROOT}#/components/securitySchemes/syncToken/description`]: undefined },
    `${ROOT}#/components/securitySchemes/syncToken/description`,
    'where to get this token',
  ],
  'rule/operation-summary-style': [
    { [`${GET}#/get/summary`]: 'Gets a lead.' },
    `${GET}#/get/summary`,
    'no period',
  ],
  'rule/description-is-sentences': [
    { [`${LEAD}#/description`]: 'A lead. It has been stored by the workspace' },
    `${LEAD}#/description`,
    'end with a period',
  ],
  'rule/no-unfinished-words': [
    { [`${LEAD}#/description`]: 'A lead (todo: say more).' },
    `${LEAD}#/description`,
    'Finish this text',
  ],

  'rule/operation-statuses': [
    { [`${GET}#/get/responses/429`]: undefined },
    `${GET}#/get/responses`,
    '429 is required',
  ],
  'rule/explicit-statuses': [
    {
      [`${GET}#/get/responses/default`]: { $ref: '../../../components/responses/ServerError.yaml' },
    },
    `${GET}#/get/responses/default`,
    'Use exact statuses',
  ],
  'rule/success-is-json': [
    { [`${GET}#/get/responses/201`]: { description: 'Nothing.', content: {} } },
    `${GET}#/get/responses/201/content`,
    '`application/json`',
  ],
  'rule/operation-retry': [{ [`${GET}#/get/x-retry`]: undefined }, `${GET}#/get`, 'Add `x-retry'],
  'rule/operation-id-camel-case': [
    { [`${GET}#/get/operationId`]: 'getLead_byId' },
    `${GET}#/get/operationId`,
    'camelCase',
  ],
  'rule/request-body-says-if-required': [
    { [`${SEARCH}#/post/requestBody/required`]: undefined },
    `${SEARCH}#/post/requestBody/required`,
    'Set `required` explicitly',
  ],
  'rule/no-anonymous-operation': [
    { [`${GET}#/get/security`]: [] },
    `${GET}#/get/security`,
    'needs a token',
  ],
  'rule/no-optional-security': [
    { [`${ROOT}#/security/1`]: {} },
    `${ROOT}#/security/1`,
    'needs a token',
  ],
  'rule/servers-at-root-only': [
    { [`${GET}#/get/servers`]: [{ url: 'https://other.telecrm.in', description: 'Another' }] },
    `${GET}#/get/servers`,
    'in the root file',
  ],

  'rule/openapi-version': [{ [`${ROOT}#/openapi`]: '3.2.0' }, `${ROOT}#/openapi`, 'OpenAPI 3.1'],
  'rule/info-version-semver': [
    { [`${ROOT}#/info/version`]: 'v2' },
    `${ROOT}#/info/version`,
    'three numbers',
  ],
  'rule/server-url-secure': [
    { [`${ROOT}#/servers/0/url`]: 'http://api.telecrm.in' },
    `${ROOT}#/servers/0/url`,
    'Use https',
  ],
  'rule/bearer-token': [
    { [`${ROOT}#/components/securitySchemes/syncToken/scheme`]: 'basic' },
    `${ROOT}#/components/securitySchemes/syncToken/scheme`,
    '`scheme: bearer`',
  ],
  'rule/tag-name-title-case': [
    { [`${ROOT}#/tags/1`]: { name: 'team-members', description: 'People.' } },
    `${ROOT}#/tags/1/name`,
    '`Team Members`',
  ],

  'rule/schema-examples-list': [
    { [`${LEAD}#${STATUS}/example`]: 'Fresh' },
    `${LEAD}#${STATUS}/example`,
    '`examples`',
  ],
  'rule/known-format': [
    { [`${LEAD}#${STATUS}/format`]: 'e-mail' },
    `${LEAD}#${STATUS}/format`,
    'validators ignore an unknown format',
  ],
  'rule/schema-name': [
    {
      [`${ROOT}#/components/schemas`]: {
        my_lead: { description: 'A lead.', not: { $ref: '#/components/schemas/my_lead' } },
      },
    },
    `${ROOT}#/components/schemas/my_lead`,
    'PascalCase',
  ],
  'rule/response-name': [
    {
      [`${ROOT}#/components/responses`]: {
        failed: { $ref: '../components/responses/ServerError.yaml' },
      },
    },
    `${ROOT}#/components/responses/failed`,
    'PascalCase',
  ],
  'rule/parameter-name': [
    {
      [`${ROOT}#/components/parameters`]: { Skip: { $ref: '../components/parameters/skip.yaml' } },
    },
    `${ROOT}#/components/parameters/Skip`,
    'camelCase',
  ],
  'rule/header-name': [
    {
      [`${ROOT}#/components/headers`]: {
        'Retry-After': { $ref: '../components/headers/retryAfter.yaml' },
      },
    },
    `${ROOT}#/components/headers/Retry-After`,
    'camelCase',
  ],
  'rule/named-example-name': [
    {
      [`${ROOT}#/components/examples`]: {
        OutOfRange: { $ref: '../components/examples/limitOutOfRange.yaml' },
      },
    },
    `${ROOT}#/components/examples/OutOfRange`,
    'camelCase',
  ],
  'rule/security-scheme-name': [
    {
      [`${ROOT}#/components/securitySchemes/Sync`]: {
        type: 'http',
        scheme: 'bearer',
        description: 'A token.',
      },
      [`${ROOT}#/security/1`]: { Sync: [] },
    },
    `${ROOT}#/components/securitySchemes/Sync`,
    'camelCase',
  ],
};

const editsByRule: Record<string, Edits> = { sample: {} };
for (const [rule, [edits]] of Object.entries(cases)) editsByRule[rule] = edits;
const found = await lintSample(editsByRule);

it('the sample itself meets every rule', () => {
  expect(found.sample).toEqual([]);
});

it.each(Object.entries(cases))('%s is in force', (rule, [, at, message]) => {
  const [file, pointer = ''] = at.split('#');
  expect(found[rule]).toEqual([
    { rule, file, pointer: `#${pointer}`, message: expect.stringContaining(message) },
  ]);
});

it('every rule is an error: none is downgraded, and only the sandbox switches some off', async () => {
  const config = parse(await readFile(new URL('../../../redocly.yaml', import.meta.url), 'utf8'));
  const rules: Record<string, string | { severity?: string }> = {
    ...config.rules,
    ...config.oas3_1Rules,
  };
  const weaker = Object.entries(rules).filter(
    ([, rule]) => (typeof rule === 'string' ? rule : (rule.severity ?? 'error')) !== 'error',
  );
  expect(weaker).toEqual([]);
  const { sandbox, ...others } = config.apis;
  expect(
    Object.values(sandbox.oas3_1Rules).filter((level) => !/^(off|error)$/.test(`${level}`)),
  ).toEqual([]);
  for (const api of Object.values(others)) expect(Object.keys(Object(api))).toEqual(['root']);
});

it('every rule that redocly.yaml sets is tested here, or next to its code if it is ours', async () => {
  const config = parse(await readFile(new URL('../../../redocly.yaml', import.meta.url), 'utf8'));
  const set = Object.keys({ ...config.rules, ...config.oas3_1Rules });
  const rules = fileURLToPath(new URL('../rules/', import.meta.url));
  const ours = globSync('**/*.test.ts', { cwd: rules }).map(
    (file) => `telecrm/${basename(file, '.test.ts')}`,
  );
  expect([...Object.keys(cases), ...ours].sort()).toEqual(set.sort());
});
