import { expect, it } from 'vitest';
import { cpuTimeMs } from '../testing/cpu-time.ts';
import { defaultDefinition } from './default.ts';
import { resolveDefinition } from './resolve.ts';

const field = { apiName: 'customer_no', type: 'TEXT' };
const member = { name: 'Ann', email: 'ann@example.com', phone_number: '919876543210' };
const action = { code: 'ACTION_7', displayName: 'Note', fieldSchema: { text: { type: 'Text' } } };

function resolved(sent: unknown) {
  const result = resolveDefinition(sent);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.definition;
}

function problemsOf(sent: unknown): string[] {
  const result = resolveDefinition(sent);
  return result.ok
    ? []
    : result.problems.map(({ field, problem, fix }) => `${field} ${problem}: ${fix}`);
}

it.each([undefined, null, {}])('resolves %j to the default workspace', (sent) => {
  expect(resolved(sent)).toEqual(defaultDefinition);
});

it('accepts the default as a definition', () => {
  expect(resolved(JSON.parse(JSON.stringify(defaultDefinition)))).toEqual(defaultDefinition);
});

it('replaces only the given part of the default', () => {
  const { customFields, ...others } = resolved({ customFields: [field] });
  expect(customFields).toEqual([{ apiName: 'customer_no', type: 'text' }]);
  expect({ ...others, customFields: defaultDefinition.customFields }).toEqual(defaultDefinition);
});

it.each(['activeusers', 'LOSTREASON', 'Medialink', 'dropDown'])('accepts the type %j', (type) => {
  expect(problemsOf({ customFields: [{ apiName: 'x', type }] })).toEqual([]);
});

it('uses defaults for the other keys of actions, seats and members', () => {
  const { teamMembers } = resolved({ customActions: [action], teamMembers: [member], seats: 1 });
  expect(teamMembers).toEqual([
    {
      ...member,
      status: 'Active',
      manager_name: null,
      manager_email: null,
      permission_template_name: null,
      license: null,
    },
  ]);
});

it.each<[unknown, string]>([
  [5, 'the definition is a number: send an object'],
  [{ customField: [] }, 'customField is not known: did you mean `customFields`?'],
  [{ zzz: 1 }, 'zzz is not known: remove it; known are `enterpriseId`'],
  ...['..', '.', 'a\0b', 'a\nb', '\ud800'].map((enterpriseId): [object, string] => [
    { enterpriseId },
    'enterpriseId is invalid (a string): send letters and digits',
  ]),
  [{ enterpriseId: '' }, 'enterpriseId is invalid (an empty string): send a non-empty string'],
  [{ defaultCountry: 'India' }, 'defaultCountry is invalid (a string): send a country code'],
  [{ dateFormat: 'yyyy' }, 'dateFormat is invalid (a string): send a format with day'],
  [{ dateFormat: 'DD/MM/YYYY' }, 'dateFormat is invalid (a string): did you mean `dd/MM/yyyy`?'],
  [{ dateFormat: 'dd/MM/yyyy dd' }, 'dateFormat is invalid (a string): send a format with day'],
  [{ dateFormat: 'd/M/yyyy'.padEnd(65) }, 'dateFormat is too long: send at most 64 characters'],
  [{ timeZone: 'Mars' }, 'timeZone is invalid (a string): send an IANA time zone'],
  [{ seats: -1 }, 'seats is invalid (a number): send a whole number'],
  [{ customFields: {} }, 'customFields is an object: send an array'],
  [[], 'the definition is an array: send an object'],
  [{ customFields: [[]] }, 'customFields[0] is an array: send an object'],
  [{ customFields: [{ ...field, apiName: ' ' }] }, 'customFields[0].apiName is invalid'],
  [
    { customFields: [{ ...field, apiName: 'x'.repeat(101) }] },
    'customFields[0].apiName is too long: send at most 100 characters',
  ],
  [
    {
      customFields: Array.from({ length: 501 }, (_, index) => ({ ...field, apiName: `f${index}` })),
    },
    'customFields is too long: send at most 500 entries',
  ],
  [
    { customActions: [{ ...action, fieldSchema: JSON.parse('{"__proto__":{"type":"blob"}}') }] },
    'customActions[0].fieldSchema.__proto__.type is invalid (a string): send a field type: `text`',
  ],
  [{ customActions: [{ ...action, fieldSchema: undefined }] }, 'customActions[0].fieldSchema is'],
  [{ customFields: [5] }, 'customFields[0] is a number: send an object'],
  [{ customFields: [{ apiName: 'x' }] }, 'customFields[0].type is missing: send a field type'],
  [
    { customFields: [{ ...field, type: 'blob' }] },
    'customFields[0].type is invalid (a string): send a field type: `text`',
  ],
  [
    { customFields: [{ ...field, isLeadid: 'yes' }] },
    'customFields[0].isLeadid is invalid (a string): send true or false',
  ],
  [
    { customFields: [{ apiName: 'size', type: 'number', isLeadid: true }] },
    'customFields[0].isLeadid cannot be true on a field of type `number`: set it on a field of type `phone`, `email`, `text`',
  ],
  [
    {
      customFields: [
        { ...field, isLeadid: true },
        { apiName: 'email', type: 'email', isLeadid: true },
      ],
    },
    'customFields has isLeadid on more than one field: leave it on',
  ],
  [{ customFields: [field, field] }, 'customFields has an entry twice: name each field once'],
  [
    { customFields: [{ apiName: 'phone', type: 'text' }] },
    'customFields[0].type is not the type of the standard field `phone`: send `phone`',
  ],
  [
    { customFields: [{ apiName: 'created_on', type: 'date' }] },
    'customFields[0].apiName is a name that telecrm uses itself: choose another one',
  ],
  [
    { customFields: [{ ...field, options: ['a', 'a'] }] },
    'customFields[0].options has an entry twice: send each label once',
  ],
  [{ customActions: [{ ...action, code: '7' }] }, 'customActions[0].code is invalid (a string)'],
  [{ customActions: [action, action] }, 'customActions has an entry twice'],
  [
    { customActions: [{ ...action, fieldSchema: [] }] },
    'customActions[0].fieldSchema is an array: send an object such as',
  ],
  [
    { customActions: [{ ...action, fieldSchema: { a: { type: 'x' } } }] },
    'customActions[0].fieldSchema.a.type is invalid (a string)',
  ],
  [{ customActions: [{ ...action, score: 'x' }] }, 'customActions[0].score is invalid (a string)'],
  [{ teamMembers: [member, { ...member, email: 'ANN@example.com' }] }, 'teamMembers has an entry'],
  [
    { teamMembers: [{ ...member, phone_number: '+91' }] },
    'teamMembers[0].phone_number is invalid (a string): send country code and number',
  ],
  [
    { teamMembers: [{ ...member, status: 'Away' }] },
    'teamMembers[0].status is invalid (a string): send one of `Active`, `Inactive`, `On Leave`',
  ],
  [
    {
      teamMembers: [
        {
          ...member,
          license: { status: 'ACTIVE', type: 'X', start_date: '2025-02-31', end_date: 'x' },
        },
      ],
    },
    'teamMembers[0].license.start_date is invalid (a string): send a day',
  ],
  [{ pipeline: {} }, 'pipeline.leadStages is missing: send an array'],
  [
    { pipeline: { ...defaultDefinition.pipeline, leadStages: [{ stageType: 'MAYBE' }] } },
    'pipeline.leadStages[0].stageType is invalid (a string): send one of `OPEN`, `WON`, `LOST`',
  ],
])('rejects %j with the name of the field', (sent, problem) => {
  expect(
    problemsOf(sent).some((one) => one.startsWith(problem)),
    problemsOf(sent).join('\n'),
  ).toBe(true);
});

it('rejects an invalid color', () => {
  const [stage] = defaultDefinition.pipeline.leadStages;
  const activeStatuses = [{ statusid: 1, label: 'New', color: 'red' }];
  const pipeline = { ...defaultDefinition.pipeline, leadStages: [{ ...stage, activeStatuses }] };
  expect(problemsOf({ pipeline })).toEqual([
    'pipeline.leadStages[0].activeStatuses[0].color is invalid (a string): send a color such as #FF5733',
  ]);
});

it.each(['__proto__', 'constructor'])('treats %s as an ordinary unknown key', (key) => {
  expect(problemsOf(JSON.parse(`{"${key}":{}}`))[0]).toMatch(`${key} is not known`);
});

it.each(['__proto__', 'constructor', 'prototype'])(
  'accepts %s as the name of a field of a lead and of an action',
  (name) => {
    const fieldSchema = JSON.parse(`{"note":{"type":"TEXT"},"${name}":{"type":"NUMBER"}}`);
    const { customFields, customActions } = resolved({
      customFields: [{ apiName: name, type: 'number' }],
      customActions: [{ ...action, fieldSchema }],
    });
    expect(customFields.map(({ apiName }) => apiName)).toEqual([name]);
    const [stored] = customActions;
    expect(Object.entries(stored?.fieldSchema ?? {})).toEqual([
      ['note', { type: 'text' }],
      [name, { type: 'number' }],
    ]);
    expect(Object.getPrototypeOf(stored?.fieldSchema)).toBe(Object.prototype);
    expect({}).not.toHaveProperty('type');
  },
);

it('treats an undefined part as missing', () => {
  expect(resolved({ seats: undefined, $schema: './telecrm.schema.json' })).toEqual(
    defaultDefinition,
  );
});

it('checks a date format of any length quickly', () => {
  const start = cpuTimeMs();
  for (const dateFormat of [
    'dd/MM/yyyy u'.padEnd(64, 'Su'),
    ' '.repeat(200_000),
    'd'.repeat(1e6),
  ]) {
    expect(problemsOf({ dateFormat })).toHaveLength(1);
  }
  expect(cpuTimeMs() - start).toBeLessThan(500);
});
